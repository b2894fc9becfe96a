// What the tests look for in a page. Each function returns lines about what is wrong.
globalThis.looking = (() => {
    const all = selector => [...document.querySelectorAll(selector)];
    const called = item => `${item.tagName.toLowerCase()}.${item.getAttribute("class") ?? ""}`;
    const hasText = item => [...item.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());

    function tooWide() {
        const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
        const wide = all("body *").filter(item => item.getBoundingClientRect().right > innerWidth + 1);
        return over > 0 ? [`${over} px, by ${wide.slice(0, 3).map(called).join(", ")}`] : [];
    }

    // A link within a sentence is as high as its line: the exception of 2.5.8.
    const isInSentence = item =>
        getComputedStyle(item).display === "inline" && hasText((item.closest("sup") ?? item).parentElement);

    function smallTargets() {
        return all("a:not(.skip), button, input:not([type=hidden]), textarea, select, summary")
            .filter(item => item.checkVisibility() && item.tabIndex >= 0 && !isInSentence(item))
            .map(item => ({ item, box: item.getBoundingClientRect() }))
            .filter(({ box }) => Math.min(box.width, box.height) < 24)
            .slice(0, 3)
            .map(({ item, box }) => `${item.outerHTML.slice(0, 90)} ${Math.round(box.width)} × ${Math.round(box.height)} px`);
    }

    function moving() {
        const moves = style =>
            style.animationName !== "none" ||
            style.scrollBehavior === "smooth" ||
            style.transitionDuration.split(",").some(time => parseFloat(time) > 0.01);
        return all("*").filter(item => moves(getComputedStyle(item))).map(called);
    }

    async function violations([tags, rules]) {
        const result = await axe.run({ runOnly: { type: "tag", values: tags }, rules });
        const where = found => found.nodes.slice(0, 4).map(node => node.target.join(" ")).join(", ");
        return result.violations.map(found => `${found.id}: ${where(found)}`);
    }

    return { tooWide, smallTargets, moving, violations };
})();
