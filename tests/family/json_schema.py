"""As much of JSON Schema 2020-12 as the schemas of case files and plans use; anything else is an error."""

from __future__ import annotations

import re
from typing import Any

TYPES: dict[str, Any] = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "integer": int,
    "number": (int, float),
}
SAYS_NOTHING = {"$schema", "title", "description", "$defs", "default"}


def accepts(schema: dict[str, Any], value: Any, root: dict[str, Any]) -> bool:
    """Whether the value fits."""
    return all(
        _holds(word, of, schema, value, root) for word, of in schema.items() if word not in SAYS_NOTHING
    )


def _holds(word: str, of: Any, schema: dict[str, Any], value: Any, root: dict[str, Any]) -> bool:
    match word:
        case "$ref":
            return accepts(root["$defs"][of.removeprefix("#/$defs/")], value, root)
        case "anyOf":
            return any(accepts(one, value, root) for one in of)
        case "enum":
            return value in of
        case "const":
            return bool(value == of)
        case "type" if of == "null":
            return value is None
        case "type":
            return isinstance(value, TYPES[of]) and (of == "boolean" or not isinstance(value, bool))
        case "pattern":
            return not isinstance(value, str) or re.search(of, value) is not None
        case "minimum":
            return not isinstance(value, int | float) or value >= of
        case "maximum":
            return not isinstance(value, int | float) or value <= of
        case "items" if of is False:
            return not isinstance(value, list) or len(value) <= len(schema["prefixItems"])
        case "prefixItems":
            return not isinstance(value, list) or all(
                accepts(one, item, root) for one, item in zip(of, value, strict=False)
            )
        case "minItems":
            return not isinstance(value, list) or len(value) >= of
        case "maxItems":
            return not isinstance(value, list) or len(value) <= of
        case "items":
            return not isinstance(value, list) or all(accepts(of, item, root) for item in value)
        case "required":
            return not isinstance(value, dict) or all(key in value for key in of)
        case "minProperties":
            return not isinstance(value, dict) or len(value) >= of
        case "properties":
            return not isinstance(value, dict) or all(
                accepts(of[key], item, root) for key, item in value.items() if key in of
            )
        case "additionalProperties" if "properties" not in schema:
            return not isinstance(value, dict) or all(accepts(of, item, root) for item in value.values())
        case "additionalProperties" if of is False:
            return not isinstance(value, dict) or value.keys() <= schema["properties"].keys()
    raise NotImplementedError(word)
