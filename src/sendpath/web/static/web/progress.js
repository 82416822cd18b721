// Looks again every few seconds and shows how far the work is; at the end, shows the result.
// Without this file the page looks again as a whole.
const SECONDS = 3;

async function lookAgain() {
  const answer = await fetch(window.location.href, { credentials: "same-origin" });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const now = page.querySelector("#progress");
  if (answer.redirected || !now) {
    window.location.reload();
    return;
  }
  document.querySelector("#progress").replaceChildren(...now.childNodes);
  setTimeout(lookAgain, SECONDS * 1000);
}

if (document.querySelector("#progress")) {
  setTimeout(lookAgain, SECONDS * 1000);
}
