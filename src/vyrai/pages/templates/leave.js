// Leave at once: the page is blanked first, then replaced, so that "back" does not lead here.
(() => {
  const exit = document.querySelector("a.exit");
  if (!exit) return;
  const leave = () => {
    document.documentElement.replaceChildren();
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
})();
