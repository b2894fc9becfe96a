// Says below a day and a time which moment that is, while it is typed; the site knows the words.

const PAUSE = 300;

function moment(place) {
  const [day, time] = place.querySelectorAll("input");
  const note = place.querySelector(".moment-in-words");
  let said = note.textContent && day.value + time.value;
  let waiting;

  async function say() {
    const typed = day.value + time.value;
    if (typed === said) return;
    const asked = new URLSearchParams({ day: day.value, time: time.value });
    const answer = await fetch(`${place.dataset.moment}?${asked}`).catch(() => null);
    if (!answer?.ok || typed !== day.value + time.value) return;
    said = typed;
    note.textContent = await answer.text();
  }

  function saySoon() {
    clearTimeout(waiting);
    waiting = setTimeout(say, PAUSE);
  }

  // A click on the calendar or the clock fills a field without an event, and then moves into it.
  for (const event of ["input", "focusin"]) place.addEventListener(event, saySoon);
  if (day.value) say();
}

document.querySelectorAll("[data-moment]").forEach(moment);
