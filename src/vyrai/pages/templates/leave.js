// Leave at once: the page is blanked first, then replaced, so that "back" does not lead here. The program is
// told, so that the pages before this one say nothing either.
(() => {
  const exit = document.querySelector("a.exit");
  if (!exit) return;
  const leave = () => {
    const told = exit.dataset.leave;
    document.documentElement.replaceChildren();
    if (told) navigator.sendBeacon(new URL(told, document.baseURI));
    location.replace("about:blank");
  };
  exit.addEventListener("click", (event) => { event.preventDefault(); leave(); });
  let shifts = 0, last = 0;
  addEventListener("keydown", (event) => {
    if (event.key !== "Shift") { shifts = 0; return; }
    if (event.repeat) return;
    const now = Date.now();
    shifts = now - last < 2000 ? shifts + 1 : 1;
    last = now;
    if (shifts === 3) leave();
  });
  // A browser may keep a page as it was, for "back": it keeps an empty one, and asks anew.
  addEventListener("pagehide", (event) => { if (event.persisted) document.documentElement.replaceChildren(); });
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
})();
