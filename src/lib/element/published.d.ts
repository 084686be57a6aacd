/**
 * Types of `<pkce-playground>`, the element that `embed.js` beside this file makes known. Save the file in your project:
 * it imports nothing. For JSX, add `PkcePlaygroundAttributes` to the intrinsic elements of your framework.
 */
import type { StepId } from '$lib/lexicon/steps';

/** A step of the walk. */
export type PkcePlaygroundStep = StepId;

export type PkcePlaygroundPage = 'walk' | 'diagnose' | 'tokens';

export type PkcePlaygroundCommand = 'theme' | 'step' | 'reset' | 'run';

/** What each event carries as its `detail`. Never a token, a code or a secret. */
export interface PkcePlaygroundDetails {
	/** The page in the frame can be spoken to. It comes again when the frame shows another page, or loads it again. */
	ready: { page: PkcePlaygroundPage; step?: PkcePlaygroundStep };
	/** The frame shows this step. */
	step: { step: PkcePlaygroundStep };
	/** A step has ended. `code`: the check that failed, a registered error code, or `other`. */
	outcome: { step: PkcePlaygroundStep; ok: boolean; code?: string };
	/** CSS pixels that the page in the frame needs. */
	resize: { height: number };
	/** A command was not carried out. `foreign-server`: nothing is sent by command to a server that is not built in. */
	refused: { command: PkcePlaygroundCommand; why: 'foreign-server' | 'locked' | 'not-here' | 'busy' };
}

/** The events do not bubble: listen on the element itself. */
export type PkcePlaygroundEventMap = Omit<HTMLElementEventMap, keyof PkcePlaygroundDetails> & {
	[Name in keyof PkcePlaygroundDetails]: CustomEvent<PkcePlaygroundDetails[Name]>;
};

export interface PkcePlaygroundAttributes {
	/** The site of the playground; where `embed.js` came from, if it is left out. Its query is kept. */
	src?: string;
	page?: PkcePlaygroundPage;
	step?: PkcePlaygroundStep;
	/** Steps that are shown, separated by commas. */
	steps?: string;
	/** The id of a provider. */
	preset?: string;
	/** `auto`, which is the default, follows the page around the element. */
	theme?: 'auto' | 'light' | 'dark';
	/** Some of `wire` and `checks`, separated by a comma, or `none`. */
	controls?: string;
	/** Pixels: `600` is fixed, `320-900` follows what the page needs between the two. */
	height?: string;
	/** `lazy`, which is the default: near the view. `click`: after a press of a button. */
	load?: 'lazy' | 'click';
}

export interface PkcePlaygroundElement extends HTMLElement {
	/** Shows a step. Loads the frame where it is not there yet, as the other two do. */
	goTo(step: PkcePlaygroundStep): void;
	/** Begins the walk anew. What is asked for after it waits for it. */
	reset(): void;
	/** Goes to the end of the walk, with the built-in provider alone. */
	run(): void;
	addEventListener<Name extends keyof PkcePlaygroundEventMap>(
		type: Name,
		listener: (this: PkcePlaygroundElement, event: PkcePlaygroundEventMap[Name]) => void,
		options?: boolean | AddEventListenerOptions
	): void;
	addEventListener(
		type: string,
		listener: EventListenerOrEventListenerObject,
		options?: boolean | AddEventListenerOptions
	): void;
	removeEventListener<Name extends keyof PkcePlaygroundEventMap>(
		type: Name,
		listener: (this: PkcePlaygroundElement, event: PkcePlaygroundEventMap[Name]) => void,
		options?: boolean | EventListenerOptions
	): void;
	removeEventListener(
		type: string,
		listener: EventListenerOrEventListenerObject,
		options?: boolean | EventListenerOptions
	): void;
}

declare global {
	interface HTMLElementTagNameMap {
		'pkce-playground': PkcePlaygroundElement;
	}
}
