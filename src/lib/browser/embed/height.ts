const inFlow = (child: Element): boolean => !['absolute', 'fixed'].includes(getComputedStyle(child).position);

/**
 * Tells how high the page is by itself: the sum of its parts, one under the other. The room that the frame gives it plays
 * no part, so that a host which gives what is asked for is asked for nothing more.
 */
export function watchHeight(page: Element, tell: (height: number) => void): () => void {
	let last = 0;
	const measure = (): void => {
		const parts = [...page.children].filter(inFlow);
		const height = Math.ceil(parts.reduce((sum, part) => sum + part.getBoundingClientRect().height, 0));
		if (height === last || height === 0) return;
		last = height;
		tell(height);
	};
	const sizes = new ResizeObserver(measure);
	const observe = (): void => {
		sizes.disconnect();
		for (const part of page.children) sizes.observe(part);
		measure();
	};
	const parts = new MutationObserver(observe);
	parts.observe(page, { childList: true });
	observe();
	return () => {
		sizes.disconnect();
		parts.disconnect();
	};
}
