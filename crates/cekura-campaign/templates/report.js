(() => {
  "use strict";
  const form = document.getElementById("filters");
  if (!form) return;
  const byMetric = document.getElementById("by-metric");
  const byKind = document.getElementById("by-kind");
  const byText = document.getElementById("by-text");
  const byNoise = document.getElementById("by-noise");
  const shown = document.getElementById("shown");
  const none = document.getElementById("none");
  const rows = Array.from(document.querySelectorAll(".change"));
  // The text that a search covers, read when the first search asks for it.
  let texts = null;
  const plain = (text) => text.toLowerCase().replace(/\s+/g, " ").trim();
  const number = (n) => n.toLocaleString("en-US");

  const apply = () => {
    const metric = byMetric.value;
    const kind = byKind.value;
    const noise = byNoise !== null && byNoise.checked;
    const words = plain(byText.value);
    if (words !== "" && texts === null) texts = rows.map((row) => plain(row.textContent));
    let count = 0;
    rows.forEach((row, i) => {
      const fits =
        (metric === "" || row.dataset.metric === metric) &&
        (kind === "" || row.dataset.kind === kind) &&
        !(noise && "noise" in row.dataset) &&
        (words === "" || texts[i].includes(words));
      if (row.hidden === fits) row.hidden = !fits;
      if (fits) count += 1;
    });
    none.hidden = count > 0;
    shown.textContent =
      count === rows.length
        ? `${number(count)} shown`
        : `${number(count)} of ${number(rows.length)} shown`;
  };

  // Typing may be faster than filtering: once per frame is enough.
  let asked = false;
  const soon = () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      apply();
    });
  };
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  // The fields are empty only after the event that empties them.
  form.addEventListener("reset", () => setTimeout(apply, 0));
  const copy = document.getElementById("copy");
  copy.addEventListener("click", async () => {
    const ids = new Set(rows.filter((row) => !row.hidden).map((row) => row.dataset.log));
    const text = Array.from(ids).join("\n") + "\n";
    let done = false;
    try {
      await navigator.clipboard.writeText(text);
      done = true;
    } catch {
      // A page from a disk may not be allowed to: the old way, by a selection.
      const field = document.createElement("textarea");
      field.value = text;
      form.append(field);
      field.select();
      done = document.execCommand("copy");
      field.remove();
      copy.focus();
    }
    shown.textContent = done
      ? `${number(ids.size)} ${ids.size === 1 ? "id" : "ids"} copied`
      : "The browser does not allow copying";
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  apply();
})();
