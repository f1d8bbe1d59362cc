// What makes the pages pleasanter; every page works without it.
(() => {
  "use strict";

  // An address carries only what was said.
  document.addEventListener("formdata", (event) => {
    const kept = [...event.formData.entries()].filter(([, value]) => value !== "");
    for (const name of new Set(event.formData.keys())) event.formData.delete(name);
    for (const [name, value] of kept) event.formData.append(name, value);
  });
  document.addEventListener("htmx:configRequest", (event) => {
    const given = event.detail.formData;
    if (!given) return;
    const kept = [...given.entries()].filter(([, value]) => value !== "");
    for (const name of new Set(given.keys())) given.delete(name);
    for (const [name, value] of kept) given.append(name, value);
  });

  // The language is remembered when it is chosen.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-language]");
    if (link) document.cookie = `language=${link.dataset.language}; path=/; max-age=31536000; samesite=lax`;
  });

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const source = document.getElementById(button.dataset.copy);
    await navigator.clipboard.writeText(source.href || source.textContent);
    button.classList.add("done");
  });

  const showCopies = () => {
    if (!navigator.clipboard) return;
    for (const button of document.querySelectorAll("[data-copy]")) button.hidden = false;
  };

  // After an answer in place: the new sentence is read first.
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.target.id !== "answer") return;
    showCopies();
    document.getElementById("sentence").focus();
    window.scrollTo({ top: 0 });
  });

  const lost = document.getElementById("lost");
  const toggleLost = (shown) => { lost.hidden = !shown; if (shown) lost.scrollIntoView({ block: "nearest" }); };
  document.addEventListener("htmx:sendError", () => toggleLost(true));
  document.addEventListener("htmx:afterRequest", (event) => { if (event.detail.successful) toggleLost(false); });

  // On paper every reason is open; the JSON stays folded.
  let closed = [];
  window.addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")].filter((one) => !one.closest(".machine, .open, .assumed"));
    for (const one of closed) one.open = true;
  });
  window.addEventListener("afterprint", () => { for (const one of closed) one.open = false; });

  showCopies();
  document.getElementById("troubles")?.focus();
})();
