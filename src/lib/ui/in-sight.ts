import type { Attachment } from 'svelte/attachments';

type Tell = (isSeen: boolean) => void;

const told = new WeakMap<Element, Tell>();
let observer: IntersectionObserver | undefined;

/** One for all: it is asked for when the first element is there, which is never on a server. */
const observe = (): IntersectionObserver =>
	(observer ??= new IntersectionObserver((entries) => {
		for (const { target, isIntersecting } of entries) told.get(target)?.(isIntersecting);
	}));

/** Tells whether an element is in sight: on the screen, and not scrolled away. */
export const inSight =
	(tell: Tell): Attachment =>
	(element) => {
		told.set(element, tell);
		observe().observe(element);
		return () => observe().unobserve(element);
	};
