// Opens outputs inside the page, and updates the page of a live run. Without this script outputs are links, and the page
// shows the state at its load.
document.addEventListener("DOMContentLoaded", () => {
  const page = document.querySelector(".tasker-run");
  const state = page && page.querySelector("[data-changes]");
  if (!state) {
    return;
  }

  const loadOutput = async (details) => {
    if (!details.open || details.dataset.loaded) {
      return;
    }
    details.dataset.loaded = "true";
    const output = document.createElement("pre");
    output.tabIndex = 0;
    try {
      const response = await fetch(details.dataset.output);
      output.textContent = response.ok ? await response.text() : "This output does not exist (" + response.status + ").";
    } catch (e) {
      delete details.dataset.loaded;
      output.textContent = "Jenkins cannot be reached; close and open this to try again.";
    }
    details.querySelectorAll("pre").forEach((old) => old.remove());
    details.append(output);
  };
  // The toggle event does not bubble.
  page.addEventListener(
    "toggle",
    (event) => {
      if (event.target.matches("details[data-output]")) {
        loadOutput(event.target);
      }
    },
    true,
  );

  /** Preserves opened outputs. */
  const keep = (before, after) => {
    const opened = [...before.querySelectorAll("details")].map((details) => details.open);
    after.querySelectorAll("details").forEach((details, i) => {
      details.open = opened[i] ?? details.open;
    });
  };

  const replacePart = (changed) => {
    const part = page.querySelector("[data-part=" + changed.dataset.part + "]");
    if (part.innerHTML === changed.innerHTML) {
      return;
    }
    const scrolled = part.querySelector(".scroll")?.scrollLeft;
    keep(part, changed);
    part.replaceChildren(...changed.childNodes);
    if (scrolled) {
      part.querySelector(".scroll").scrollLeft = scrolled;
    }
  };

  const replaceRow = (changed) => {
    const row = document.getElementById(changed.id);
    if (row) {
      keep(row, changed);
      row.replaceWith(changed);
    } else {
      page.querySelector("table.executions > tbody").append(changed);
    }
    document.getElementById("open-" + changed.dataset.task)?.remove();
  };

  /** Removes the first rows if the page has more of them than the server keeps. */
  const dropRows = (changed) => {
    const rows = page.querySelector("table.executions > tbody").rows;
    for (let left = changed ? rows.length - changed.dataset.rows : 0; left > 0; left--) {
      rows[0].remove();
    }
  };

  const FASTEST = 1000;
  const SLOWEST = 15000;
  // Pictures of a long run are large.
  const BETWEEN_PICTURES = 4000;
  let delay = FASTEST;
  let drawn = Date.now();

  const update = async () => {
    let live = true;
    try {
      const pictures = Date.now() - drawn > BETWEEN_PICTURES;
      const response = await fetch(state.dataset.changes + "?events=" + state.dataset.events + "&pictures=" + pictures);
      if (response.ok) {
        const html = await response.text();
        drawn = pictures ? Date.now() : drawn;
        live = response.headers.get("X-Tasker-Live") === "true";
        if (state.dataset.events === "0" && (response.headers.get("X-Tasker-Events") !== "0" || !live)) {
          // The page shows only a sentence so far.
          location.reload();
          return;
        }
        const changes = new DOMParser().parseFromString(html, "text/html");
        changes.querySelectorAll("[data-part]").forEach(replacePart);
        changes.querySelectorAll("tr[id]").forEach(replaceRow);
        dropRows(changes.querySelector("table[data-rows]"));
        const events = response.headers.get("X-Tasker-Events");
        delay = events === state.dataset.events ? Math.min(delay * 1.5, SLOWEST) : FASTEST;
        state.dataset.events = events;
      } else {
        delay = SLOWEST;
      }
    } catch (e) {
      delay = SLOWEST;
    }
    if (live) {
      setTimeout(update, delay);
    }
  };
  if (state.dataset.live === "true") {
    setTimeout(update, delay);
  }
  // A page that becomes visible updates at once.
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) {
      delay = FASTEST;
    }
  });
});
