/** The size of a page, and what does not fit on it. Never pixels: those differ between machines. */
import type { Page } from 'playwright';

/**
 * `window`: sticks out of the window sideways. `clipped`: its text is cut off. `shortened`: the same, and three dots say so.
 * `box`: its content is wider than itself. `frame`: an example of the gallery that is outside its place.
 */
type Kind = 'window' | 'clipped' | 'shortened' | 'box' | 'frame';

export interface Overflow {
	kind: Kind;
	/** The element, by its tag, its classes and how its text begins. */
	element: string;
	/** Pixels. */
	by: number;
}

export interface Measured {
	width: number;
	height: number;
	window: number;
	overflows: Overflow[];
}

/** Runs in the page. */
function look(): Measured {
	const root = document.scrollingElement ?? document.documentElement;
	const styles = new Map<Element, CSSStyleDeclaration>();
	const styleOf = (element: Element): CSSStyleDeclaration => {
		const style = styles.get(element) ?? getComputedStyle(element);
		styles.set(element, style);
		return style;
	};
	const cuts = (element: Element, axis: 'overflowX' | 'overflowY'): boolean =>
		['hidden', 'clip'].includes(styleOf(element)[axis]);
	const describe = (element: Element): string =>
		`${element.localName}.${[...element.classList].slice(0, 4).join('.')} “${(element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40)}”`;
	const overflows: Overflow[] = [];
	const say = (kind: Kind, element: Element, by: number): void => {
		if (by > 1) overflows.push({ kind, element: describe(element), by: Math.round(by) });
	};
	/** An ancestor that scrolls or cuts sideways keeps it in. */
	const isKept = (element: Element): boolean => {
		for (let at = element.parentElement; at && at !== document.body; at = at.parentElement)
			if (styleOf(at).overflowX !== 'visible') return true;
		return false;
	};
	/** What opens over the page is not in the flow of its place. */
	const holdsMenu = (element: Element): boolean =>
		[...element.children].some((child) => ['absolute', 'fixed'].includes(styleOf(child).position));
	const beyond = (inner: DOMRect, left: number, right: number): number =>
		Math.max(inner.right - right, left - inner.left);
	const lookAt = (element: HTMLElement): void => {
		const box = element.getBoundingClientRect();
		if (!isKept(element)) {
			say('window', element, beyond(box, 0, root.clientWidth));
			const frame = element.closest('[data-frame]');
			const outer = frame?.getBoundingClientRect();
			if (outer && frame !== element) say('frame', element, beyond(box, outer.left, outer.right));
		}
		const wider = element.scrollWidth - element.clientWidth;
		const taller = element.scrollHeight - element.clientHeight;
		const isInline = element.clientWidth === 0;
		const isControl = element.matches('input, textarea, select');
		if (isInline || isControl) return;
		const isSaid = styleOf(element).textOverflow === 'ellipsis';
		if (cuts(element, 'overflowX')) say(isSaid ? 'shortened' : 'clipped', element, wider);
		if (cuts(element, 'overflowY')) say('clipped', element, taller);
		if (styleOf(element).overflowX === 'visible' && !holdsMenu(element)) say('box', element, wider);
	};
	const lookAtDrawing = (drawing: SVGSVGElement): void => {
		const { left, right } = drawing.getBoundingClientRect();
		for (const text of drawing.querySelectorAll('text'))
			if (cuts(drawing, 'overflowX')) say('clipped', text, beyond(text.getBoundingClientRect(), left, right));
	};
	/** What only a reader says is one pixel large, whatever is in it. */
	const unseen = new Set<Element | null>();
	for (const element of document.body.querySelectorAll('*')) {
		const isForReader = styleOf(element).position === 'absolute' && element.clientWidth === 1;
		if (isForReader || unseen.has(element.parentElement)) unseen.add(element);
		if (unseen.has(element) || !element.checkVisibility({ visibilityProperty: true })) continue;
		if (element instanceof SVGSVGElement) lookAtDrawing(element);
		else if (element instanceof HTMLElement) lookAt(element);
	}
	return { width: root.scrollWidth, height: root.scrollHeight, window: window.innerWidth, overflows };
}

/** Runs in the page: nothing in it has changed for a while, and nothing says that it is still to come. */
function untilQuiet(): Promise<void> {
	// The scripts have not run, a step waits for its walk, a part is on its way: on a busy machine longer than any while.
	// The gallery shows these as well, and says itself when it is ready.
	const isComing = (): boolean =>
		document.documentElement.dataset.ready !== 'true' &&
		document.querySelector('header button:disabled, article[data-ready=false], .late') !== null;
	return new Promise((resolve) => {
		let timer = 0;
		const wait = (): void => {
			clearTimeout(timer);
			timer = window.setTimeout(() => {
				if (isComing()) return wait();
				observer.disconnect();
				resolve();
			}, 150);
		};
		const observer = new MutationObserver(wait);
		observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
		wait();
	});
}

/** Until everything of the page is there. */
export const settle = (page: Pick<Page, 'evaluate'>): Promise<void> => page.evaluate(untilQuiet);

export async function measure(page: Page): Promise<Measured> {
	await settle(page);
	return page.evaluate(look);
}
