// Draws boxes on the page with a mouse, pen or finger, and writes each as a line of the form.
// Without this file the lines are typed.
const grid = document.querySelector(".documents-grid");
const lines = document.querySelector("textarea[name=boxes]");
const picture = grid?.querySelector("img");
const WHOLE = 100;
const LEAST = 0.5;

function place(event) {
  const edge = picture.getBoundingClientRect();
  const within = (value) => Math.min(WHOLE, Math.max(0, value));
  return [
    within((WHOLE * (event.clientX - edge.left)) / edge.width),
    within((WHOLE * (event.clientY - edge.top)) / edge.height),
  ];
}

function show() {
  for (const box of grid.querySelectorAll(".documents-box")) box.remove();
  for (const written of lines.value.split("\n")) {
    const [page, left, top, width, height] = written.trim().split(/[,;\s]+/).map(Number);
    if (String(page) !== grid.dataset.page || !(height > 0)) continue;
    const box = document.createElement("div");
    box.className = "documents-box";
    // set one by one: a style attribute would be refused by the content security policy
    box.style.left = `${left}%`;
    box.style.top = `${top}%`;
    box.style.width = `${width}%`;
    box.style.height = `${height}%`;
    grid.append(box);
  }
}

if (grid && lines && picture) {
  let start = null;
  grid.classList.add("documents-grid--drawing");
  document.querySelector("#boxes-hint").textContent += " Or draw boxes on it.";
  picture.draggable = false;
  picture.addEventListener("pointerdown", (event) => {
    start = place(event);
    picture.setPointerCapture(event.pointerId);
  });
  picture.addEventListener("pointerup", (event) => {
    if (!start) return;
    const end = place(event);
    const [left, top] = [0, 1].map((way) => Math.min(start[way], end[way]));
    const [width, height] = [0, 1].map((way) => Math.abs(start[way] - end[way]));
    start = null;
    if (width < LEAST || height < LEAST) return;
    const written = [left, top, width, height].map((value) => value.toFixed(1)).join(" ");
    lines.value = `${lines.value.trimEnd()}\n${grid.dataset.page} ${written}`.trimStart();
    show();
  });
  lines.addEventListener("input", show);
  show();
}
