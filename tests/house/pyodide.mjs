// Run golden commands and the app in the browser's Python: node pyodide.mjs PYODIDE SITE REPOSITORY NAME...
// PYODIDE: folder of the npm package. SITE: unpacked wheels. Prints what they say as one JSON object.
const [pyodide, site, repository, ...names] = process.argv.slice(2);
const { loadPyodide } = await import(`${pyodide}/pyodide.mjs`);

const python = await loadPyodide({ indexURL: pyodide });
for (const [at, root] of [["/site", site], ["/repository", repository]]) {
  python.FS.mkdirTree(at);
  python.FS.mount(python.FS.filesystems.NODEFS, { root }, at);
}
python.globals.set("names", python.toPy(names));
console.log(await python.runPythonAsync(`
import json, os, sys
sys.path[:0] = ["/site", "/repository"]
os.chdir("/repository")
from tests.golden import command_file
from tests.house import app_pages
from vyrai.world import load_atlas
import vyrai, msgspec, click, jinja2, rich, ruamel.yaml
assert vyrai.__file__.startswith("/site/"), vyrai.__file__
json.dumps({
    "python": sys.version.split()[0],
    "answers": command_file.answers(names),
    "pages": app_pages.pages(load_atlas()),
})
`));
