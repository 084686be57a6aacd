/**
 * What the site and a page that shows it in a frame say to each other, and how an address asks for a frame's look. Never
 * in a message: a token, a code, a state, a verifier, a secret, an address.
 */
import type { StepId } from './steps';

/** A message of another version is not understood, and is left alone. */
export const embedVersion = 1;
export const embedType = 'pkce-playground';

export const embedThemes = ['auto', 'light', 'dark'] as const;
export type EmbedTheme = (typeof embedThemes)[number];

/** What a step shows beside its own work: the messages on the wire, the checks, or nothing. */
export const embedControls = ['wire', 'checks', 'none'] as const;
export type EmbedControl = (typeof embedControls)[number];
export type EmbedShown = Exclude<EmbedControl, 'none'>;

/** Names the servers of the site itself where another name would be that of a provider. */
export const embeddedPreset = 'embedded';

/** Pages that have a compact form. */
export const embedPages = ['walk', 'diagnose', 'tokens'] as const;
export type EmbedPage = (typeof embedPages)[number];

/** The parameters of an address that ask for it: `embed=1` alone is the compact form. */
export const embedParameters = ['embed', 'theme', 'step', 'steps', 'preset', 'controls'] as const;
export type EmbedParameter = (typeof embedParameters)[number];

export const embedCommands = ['theme', 'step', 'reset', 'run'] as const;
export type EmbedCommand = (typeof embedCommands)[number];

interface Versioned {
	type: typeof embedType;
	v: typeof embedVersion;
}

/**
 * Why a command was not carried out. `foreign-server`: a host page has nothing sent to a server that is not ours.
 * `locked`: something before that step is missing, and only the person can do it. `not-here`: the page that is shown, or the
 * list of its steps, has no such thing. `busy`: something else is on its way.
 */
export const embedRefusals = ['foreign-server', 'locked', 'not-here', 'busy'] as const;
export type EmbedRefusal = (typeof embedRefusals)[number];

/** Where a step failed by something that neither a check nor a registered error names. */
export const otherCode = 'other';

export type EmbedEvent =
	/** Once of each page that is shown or loaded: from now on orders are heard. */
	| { event: 'ready'; page: EmbedPage; step?: StepId }
	| { event: 'step'; step: StepId }
	/** A step has ended. `code`: the check that failed, or an error code that a standard registers; `other` for any else. */
	| { event: 'outcome'; step: StepId; ok: boolean; code?: string }
	/** CSS pixels that the page needs to be seen whole, whatever the frame gives it. */
	| { event: 'resize'; height: number }
	| { event: 'refused'; command: EmbedCommand; why: EmbedRefusal };

export type EmbedOrder =
	| { command: 'theme'; theme: EmbedTheme }
	| { command: 'step'; step: StepId }
	| { command: 'reset' }
	/** To the end, on the built-in provider alone. */
	| { command: 'run' };

/** From the frame to the page around it. */
export type EmbedEventMessage = Versioned & EmbedEvent;
/** From the page around it to the frame. */
export type EmbedOrderMessage = Versioned & EmbedOrder;
