// Shows in an empty field for the address what the site will make of the title. The site decides when it is saved.

const LONGEST = 94;

const slugOf = (words) =>
  words
    .normalize("NFKD")
    .replace(/[^\w\s-]/g, "")
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, "-")
    .slice(0, LONGEST)
    .replace(/^[-_]+|[-_]+$/g, "");

for (const field of document.querySelectorAll("[data-slug-from]")) {
  const source = field.form.elements[field.dataset.slugFrom];
  const show = () => {
    field.placeholder = slugOf(source.value);
  };
  source?.addEventListener("input", show);
  if (source) show();
}
