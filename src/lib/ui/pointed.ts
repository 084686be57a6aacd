/**
 * Says on the element, as `data-pointed`, the class of the mark in it that is pointed at. A selector that asks it of all of them
 * (`:has(:hover)`) would be asked again of a whole long page whenever something comes into it.
 */
export function pointed(root: HTMLElement): () => void {
	const look = ({ target }: MouseEvent): void => {
		const mark = target instanceof Element ? target.closest('.mark') : null;
		const name = mark ? [...mark.classList].find((one) => one.startsWith('mark-')) : undefined;
		if (name === root.dataset.pointed) return;
		if (name === undefined) delete root.dataset.pointed;
		else root.dataset.pointed = name;
	};
	const forget = (): void => {
		delete root.dataset.pointed;
	};
	root.addEventListener('mouseover', look);
	root.addEventListener('mouseleave', forget);
	return () => {
		root.removeEventListener('mouseover', look);
		root.removeEventListener('mouseleave', forget);
	};
}
