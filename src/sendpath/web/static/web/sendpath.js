// Turns on what GOV.UK Frontend adds for a browser with JavaScript. Every page works without it.
import { initAll } from "../vendor/govuk-frontend/govuk-frontend.min.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();
