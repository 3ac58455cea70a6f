"use strict";

// The table of events: a heading sorts it, the fields above it sift it. Rows carry what they are
// sifted by in attributes of the fields' names, cells what they are sorted by in data-key.
(() => {
  const table = document.querySelector(".events");
  if (!table) return;
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  const fields = [...document.querySelectorAll(".sieve select")];
  const left = document.querySelector(".sieve .left");
  const NEXT = { none: "ascending", ascending: "descending", descending: "none" };

  const keyOf = (row, column) => row.cells[column].dataset.key ?? row.cells[column].textContent.trim();

  // Empty cells stay last whichever way, but for the outlet, whose key is empty and comes first.
  const sorted = (column, way) => {
    if (way === "none") return rows;
    const sign = way === "ascending" ? 1 : -1;
    const by = (a, b) => sign * keyOf(a, column).localeCompare(keyOf(b, column), "en", { numeric: true });
    const empty = (row) => !row.cells[column].textContent.trim();
    return [...rows].sort((a, b) => empty(a) - empty(b) || by(a, b));
  };

  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    head.setAttribute("aria-sort", "none");
    button.addEventListener("click", () => {
      const way = NEXT[head.getAttribute("aria-sort")];
      heads.forEach((one) => one.setAttribute("aria-sort", one === head ? way : "none"));
      body.append(...sorted(column, way));
      enter();
    });
  });

  const has = (row, field) => !field.value || (row.dataset[field.dataset.by] || "").split(" ").includes(field.value);

  const sift = () => {
    rows.forEach((row) => (row.hidden = !fields.every((field) => has(row, field))));
    const count = rows.filter((row) => !row.hidden).length;
    if (left) left.textContent = `${count} of ${rows.length}`;
    enter();
  };

  // The tab key enters the list at its first row that is there.
  const enter = () => {
    const names = [...body.querySelectorAll(".name")];
    const first = names.find((name) => !name.closest("tr").hidden);
    names.forEach((name) => name.setAttribute("tabindex", name === first ? "0" : "-1"));
  };

  fields.forEach((field) => field.addEventListener("change", sift));
  sift();
})();
