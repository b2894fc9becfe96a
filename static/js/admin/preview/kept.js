// What somebody chose before, in this browser; where nothing can be kept there, the usual.

export function recall(name, usual) {
  try {
    return localStorage.getItem(`preview.${name}`) ?? usual;
  } catch {
    return usual;
  }
}

export function keep(name, value) {
  try {
    localStorage.setItem(`preview.${name}`, value);
  } catch {
    // It is only not remembered.
  }
}
