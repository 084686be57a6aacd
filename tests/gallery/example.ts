import { createRawSnippet, type Component, type Snippet } from 'svelte';

/** What may befall a component. */
export type State = 'ordinary' | 'empty' | 'waiting' | 'disabled' | 'long' | 'error';

export interface Example {
	state: State;
	/** Tells it from the other examples of its component. */
	what: string;
	/** The component with its properties, whatever they are. */
	draw: Component;
	/** What a person does before it looks so. */
	act?: (place: HTMLElement) => void;
	/** Classes of its frame, where what opens needs room. */
	tall?: string;
}

/** A component as it is called: its properties are inferred from it, not from those that it is given. */
type Drawn<Props> = (internals: Parameters<Component>[0], props: Props) => ReturnType<Component>;

/** An example of a component with these properties. */
export const example = <Props extends object>(
	component: Drawn<Props>,
	state: State,
	what: string,
	props: NoInfer<Props>,
	more: Pick<Example, 'act' | 'tall'> = {}
): Example => ({ state, what, draw: (internals) => component(internals, props), ...more });

/** 400 characters without a place to break. */
export const long = '0123456789abcdef'.repeat(25);

export const html = (markup: string): Snippet => createRawSnippet(() => ({ render: () => markup }));

export const text = (words: string): Snippet => html(`<span>${words}</span>`);

/** Presses the first button. */
export const press = (place: HTMLElement): void => place.querySelector('button')?.click();
