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
    // The id consists of group, task, and the numbers of the execution.
    document.getElementById("open-" + changed.id.match(/^task-(?:\d+-)?(\d+)\./)[1])?.remove();
  };

  /** Shows the buttons and the form for a run whose build has ended. */
  const replaceControls = async () => {
    const response = await fetch(location.href);
    if (!response.ok) {
      return;
    }
    const now = new DOMParser().parseFromString(await response.text(), "text/html");
    for (const controls of ["[data-part=resume]", ".jenkins-app-bar:has(+ .tasker-run)"]) {
      const shown = document.querySelector(controls);
      const changed = now.querySelector(controls);
      if (shown && changed) {
        shown.replaceWith(changed);
      }
    }
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
  // The bars of running tasks grow also without events.
  const BETWEEN_PICTURES = 4000;
  // A large page is requested less often.
  const CHARACTERS_PER_MILLISECOND = 100;
  let delay = FASTEST;
  let drawn = Date.now();
  let running = state.dataset.running ?? "true";

  const update = async () => {
    let live = true;
    try {
      const pictures = Date.now() - drawn > BETWEEN_PICTURES;
      const response = await fetch(
        state.dataset.changes + "?events=" + state.dataset.events + "&running=" + running + "&pictures=" + pictures,
      );
      if (response.ok) {
        const html = await response.text();
        const events = response.headers.get("X-Tasker-Events");
        if (state.dataset.status && (events !== "0" || response.headers.get("X-Tasker-Status") !== state.dataset.status)) {
          // The page shows only a sentence so far.
          location.reload();
          return;
        }
        if (html) {
          drawn = Date.now();
          const changes = new DOMParser().parseFromString(html, "text/html");
          changes.querySelectorAll("[data-part]").forEach(replacePart);
          changes.querySelectorAll("tr[id]").forEach(replaceRow);
          dropRows(changes.querySelector("table[data-rows]"));
        }
        delay = events === state.dataset.events ? Math.min(delay * 1.5, SLOWEST) : FASTEST;
        delay = Math.max(delay, html.length / CHARACTERS_PER_MILLISECOND);
        state.dataset.events = events;
        if (running === "true" && response.headers.get("X-Tasker-Running") === "false") {
          // The build usually ends soon after its run.
          delay = FASTEST;
        }
        running = response.headers.get("X-Tasker-Running");
        live = response.headers.get("X-Tasker-Live") === "true";
        if (!live) {
          await replaceControls();
        }
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
