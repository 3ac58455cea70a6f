"use strict";

// Everything the page needs to know stands in its attributes: a card's data-says holds the
// numbers of its sayings, a piece's data-told, data-cue and data-by those that it is part of. An
// actor, a place or a time is called by its id, in a piece's data-of and a map mark's data-thing.
(() => {
  const root = document.documentElement;
  const article = document.querySelector(".article");
  const margin = document.querySelector(".margin");
  const status = document.querySelector(".status");
  const hint = status.textContent;
  const cards = [...document.querySelectorAll(".card")];
  const sentences = [...document.querySelectorAll(".article p .sentence")];
  const tabs = [...document.querySelectorAll(".tabs a")];
  const panels = [...document.querySelectorAll(".panel")];
  const SAYINGS = ["told", "cue", "by"];
  const PARTS = [...SAYINGS, "of"];

  const values = (element, name) => (element.dataset[name] || "").split(" ").filter(Boolean);
  const cardOf = new Map(cards.flatMap((card) => values(card, "says").map((one) => [one, card])));
  const nameOf = (item) => item.querySelector(".name bdi").textContent;
  const worded = (id) => {
    const item = document.getElementById(id);
    const plain = item.querySelector(".plain");
    return `“${nameOf(item)}”${plain ? ` (${plain.textContent})` : ""}`;
  };
  const narrow = matchMedia("(max-width: 60rem)");

  const clear = () => {
    root.classList.remove("choosing");
    for (const name of ["lit", "chosen", ...PARTS.map((part) => `lit-${part}`)]) {
      document.querySelectorAll(`.${name}`).forEach((element) => element.classList.remove(name));
    }
    document.querySelectorAll(".name").forEach((name) => name.setAttribute("aria-pressed", "false"));
    status.textContent = hint;
  };

  const press = (item) => {
    item.classList.add("lit");
    item.querySelector(".name").setAttribute("aria-pressed", "true");
  };

  // Light the pieces of some sayings, or of one thing, and what stands for them in the margin.
  const light = (wanted, parts) => {
    for (const piece of article.querySelectorAll(".piece")) {
      for (const part of parts) {
        if (values(piece, part).some((one) => wanted.has(one))) piece.classList.add(`lit-${part}`);
      }
    }
  };

  const lightSayings = (sayings) => {
    const wanted = new Set(sayings);
    light(wanted, SAYINGS);
    document.querySelectorAll(".saying").forEach((saying) => {
      saying.classList.toggle("lit", wanted.has(saying.dataset.saying));
    });
    const answering = [...new Set([...wanted].map((one) => cardOf.get(one)))];
    answering.forEach(press);
    return answering;
  };

  const pressThing = (id) => {
    press(document.getElementById(id));
    document.querySelectorAll(`[data-thing="${id}"]`).forEach((mark) => mark.classList.add("lit"));
  };

  const seen = (element, block = "nearest") => element && element.scrollIntoView({ block });

  const chooseSource = (card, only = null) => {
    clear();
    show("sources");
    root.classList.add("choosing");
    const sayings = only ? [only] : values(card, "says");
    lightSayings(sayings);
    const count = sayings.length === 1 ? "1 statement" : `${sayings.length} statements`;
    status.textContent = `${nameOf(card)}: ${count} lit in the article.`;
    seen(article.querySelector(".lit-told, .lit-cue, .lit-by"));
  };

  const chooseThing = (thing) => {
    clear();
    show(thing.closest(".panel").id);
    root.classList.add("choosing");
    light(new Set([thing.id]), ["of"]);
    pressThing(thing.id);
    const times = thing.querySelector(".times");
    const count = times ? `${times.dataset.times} mentions` : "1 mention";
    const exact = thing.querySelector(".quote, .plain");
    status.textContent = `${nameOf(thing)}: ${exact ? exact.textContent : `${count}, lit in the article.`}`;
    seen(article.querySelector(".lit-of"));
  };

  const chooseItem = (item) => (item.matches(".card") ? chooseSource(item) : chooseThing(item));

  const chooseSentence = (sentence, piece = null) => {
    clear();
    root.classList.add("choosing");
    sentence.classList.add("chosen");
    const own = [...sentence.querySelectorAll(".piece")];
    const pieces = piece ? [piece] : own;
    const sayings = pieces.flatMap((one) => SAYINGS.flatMap((part) => values(one, part)));
    const answering = lightSayings(sayings);
    const things = new Set(own.flatMap((one) => values(one, "of")));
    things.forEach(pressThing);
    const whose = answering.map(nameOf).join(", ");
    const framed = [...things].filter((id) => id.startsWith("wording-")).map(worded);
    status.textContent = whose ? `On the say-so of: ${whose}.` : "Nobody answers for this but the outlet.";
    if (framed.length) status.textContent += ` Words to weigh: ${framed.join("; ")}.`;
    seen(margin.querySelector(".panel:not([hidden]) .lit"));
  };

  // One panel at a time; on a narrow screen it rises over the article, or none does.
  const show = (name) => {
    panels.forEach((panel) => (panel.hidden = panel.id !== name));
    tabs.forEach((tab) => {
      const on = tab.getAttribute("aria-controls") === name;
      tab.setAttribute("aria-selected", String(on));
      tab.setAttribute("tabindex", on ? "0" : "-1");
    });
  };
  const shown = () => panels.find((panel) => !panel.hidden).id;
  const raise = (up) => margin.classList.toggle("risen", up);

  document.querySelector(".tabs").setAttribute("role", "tablist");
  tabs.forEach((tab) => {
    const name = tab.getAttribute("href").slice(1);
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", name);
    const panel = document.getElementById(name);
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", tab.id);
    tab.addEventListener("click", (event) => {
      event.preventDefault();
      const again = shown() === name && margin.matches(".risen");
      show(name);
      raise(!(again && narrow.matches));
      margin.scrollTop = 0;
      seen(panel.querySelector(".lit"));
    });
  });

  // One stop of the tab key for the article, one for each panel's names; arrows walk inside.
  const roving = (elements) => {
    elements.forEach((element, index) => element.setAttribute("tabindex", index ? "-1" : "0"));
    return (element) => {
      elements.forEach((one) => one.setAttribute("tabindex", one === element ? "0" : "-1"));
      element.focus({ preventScroll: true });
    };
  };
  const walks = panels.map((panel) => {
    const names = [...panel.querySelectorAll(".name")];
    return [names, roving(names), (name) => chooseItem(name.closest(".card, .thing"))];
  });
  walks.push([sentences, roving(sentences), (sentence) => chooseSentence(sentence)]);
  walks.push([tabs, (tab) => tab.focus(), (tab) => tab.click()]);
  const lines = [...document.querySelectorAll("a.tie")];
  walks.push([lines, roving(lines), (line) => chooseThing(document.getElementById(line.dataset.thing))]);
  // A sentence leads to its sources already; its notes need no stops of their own.
  document.querySelectorAll(".note").forEach((note) => note.setAttribute("tabindex", "-1"));
  document.querySelectorAll(".name").forEach((name) => name.setAttribute("role", "button"));
  // A table may have been sorted and sifted since.
  const there = (elements) =>
    elements
      .filter((one) => one.offsetParent !== null)
      .sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

  document.addEventListener("click", (event) => {
    const at = (selector) => event.target.closest(selector);
    const saying = at(".saying > a");
    const led = at(".note, .to-source");
    const name = at(".name") || (at(".moments .thing") || root).querySelector(":scope > .head > .name");
    const mark = at("[data-thing]");
    const sentence = at(".article p .sentence");
    if (saying) {
      event.preventDefault();
      chooseSource(saying.closest(".card"), saying.parentElement.dataset.saying);
    } else if (led) {
      event.preventDefault();
      const card = document.querySelector(led.getAttribute("href"));
      chooseSource(card);
      raise(true);
      seen(card);
    } else if (name) {
      event.preventDefault();
      const again = name.getAttribute("aria-pressed") === "true" && !article.querySelector(".chosen");
      if (again) clear();
      else chooseItem(name.closest(".card, .thing"));
    } else if (mark) {
      event.preventDefault();
      const thing = document.getElementById(mark.dataset.thing);
      chooseThing(thing);
      seen(thing);
    } else if (sentence && getSelection().isCollapsed) {
      const piece = at(".told, .cue, .by");
      walks.find(([elements]) => elements === sentences)[1](sentence);
      raise(true);
      chooseSentence(sentence, piece);
      seen(sentence);
    }
  });

  document.addEventListener("keydown", (event) => {
    const at = document.activeElement;
    if (event.key === "Escape") {
      clear();
      raise(false);
      return;
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    for (const [all, go, choose] of walks) {
      const elements = all.includes(at) ? there(all) : [];
      const index = elements.indexOf(at);
      if (index < 0) continue;
      const next = elements[index + (STEPS[event.key] || 0)];
      if (event.key === "Enter" || event.key === " ") choose(at);
      else if (event.key in STEPS && next) {
        go(next);
        choose(next);
        seen(next);
      } else return;
      event.preventDefault();
      return;
    }
  });

  root.classList.add("scripted");
  show("sources");

  // page.html#source-2 opens with that source chosen, so that it can be shown to a colleague; the
  // same goes for an actor, a place, a time, or a whole panel.
  const named = location.hash && document.getElementById(location.hash.slice(1));
  if (named && named.matches(".card, .thing")) {
    chooseItem(named);
    raise(true);
    seen(named);
  } else if (named && named.matches(".panel")) {
    show(named.id);
    raise(true);
    margin.scrollTop = 0;
  }
})();
