// Asks the browser for a passkey, and sends what it says with the form. Without JavaScript the
// page says so, and offers a code instead.
const fromText = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));

const toText = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");

const withBytes = (credential) => ({ ...credential, id: fromText(credential.id) });

function asked(options) {
  const wanted = { ...options, challenge: fromText(options.challenge) };
  if (wanted.user) wanted.user = withBytes(wanted.user);
  for (const list of ["allowCredentials", "excludeCredentials"]) {
    if (wanted[list]) wanted[list] = wanted[list].map(withBytes);
  }
  return wanted;
}

function written(credential) {
  const response = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[name]) response[name] = toText(credential.response[name]);
  }
  return {
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    response,
    clientExtensionResults: credential.getClientExtensionResults(),
  };
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  let busy = false; // a second press would send what the first has already used up
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    const error = form.querySelector("[data-passkey-error]");
    error.hidden = true;
    try {
      const { publicKey } = JSON.parse(form.dataset.options);
      const ask = { publicKey: asked(publicKey) };
      const credential = await navigator.credentials[form.dataset.passkey](ask);
      form.elements.credential.value = JSON.stringify(written(credential));
      form.submit();
    } catch {
      busy = false;
      error.hidden = false;
    }
  });
}
