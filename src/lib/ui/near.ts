/** How far below the screen something begins to be near. */
const ahead = '800px';

/** Calls back once, when the element comes near to what is on screen. */
export const near =
	(come: () => void) =>
	(element: HTMLElement): (() => void) => {
		const observer = new IntersectionObserver(
			(entries) => {
				if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
				observer.disconnect();
				come();
			},
			{ rootMargin: ahead }
		);
		observer.observe(element);
		return () => observer.disconnect();
	};
