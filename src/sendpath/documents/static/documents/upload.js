// Sends files one after another, says how far each is, and names those that were refused.
// Without this file the form sends them all at once.
const form = document.querySelector("#add-documents");
const shown = document.querySelector("#upload-progress");
const ROUND = 1000000;

function line(name) {
  const paragraph = document.createElement("p");
  paragraph.className = "govuk-body";
  const words = document.createElement("span");
  const bar = document.createElement("progress");
  bar.max = 100;
  bar.value = 0;
  bar.className = "documents-progress";
  bar.setAttribute("aria-label", name);
  paragraph.append(words, bar);
  shown.append(paragraph);
  return (percent, told) => {
    words.textContent = `${name}: ${told}`;
    bar.value = percent;
    bar.hidden = percent >= 100;
  };
}

function send(file, tell) {
  const body = new FormData(form);
  body.delete("files_sent");
  body.append("files_sent", file);
  return new Promise((answered) => {
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.upload.addEventListener("progress", (sent) => {
      const percent = Math.floor((99 * sent.loaded) / sent.total);
      tell(percent, `${percent}% sent`);
    });
    request.addEventListener("loadend", () => {
      let answer = null;
      try {
        answer = JSON.parse(request.responseText);
      } catch {
        // not an answer of ours: the network failed, or somebody else answered
      }
      const refused = answer?.refused?.join(" ");
      const added = request.status === 200 && answer?.added;
      tell(100, added ? "added" : refused || "not added: the network failed. Try it again.");
      answered(Boolean(added));
    });
    request.send(body);
  });
}

async function sendAll(event) {
  const files = [...form.querySelector("input[type=file]").files];
  const chosen = [...form.querySelectorAll("[name=kind], [name=sensitivity], [name=visibility]")];
  // what is missing is told by the server, in the words it has for that
  if (files.length === 0 || chosen.filter((radio) => radio.checked).length < 3) return;
  event.preventDefault();
  const button = form.querySelector("button[type=submit]");
  button.disabled = true;
  shown.replaceChildren();
  const largest = Number(form.dataset.largest);
  let added = 0;
  for (const file of files) {
    const tell = line(file.name);
    if (file.size > largest) {
      tell(100, `not added: it is larger than ${Math.floor(largest / ROUND)} MB`);
    } else if (await send(file, tell)) {
      added += 1;
    }
  }
  if (added === files.length) {
    window.location.assign(form.dataset.done);
    return;
  }
  const link = document.createElement("a");
  link.className = "govuk-link";
  link.href = form.dataset.done;
  link.textContent = `${added} of ${files.length} added. See the documents`;
  shown.append(link);
  button.disabled = false;
}

if (form && shown) form.addEventListener("submit", sendAll);
