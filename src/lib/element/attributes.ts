/** What the attributes say: each is used or left out, and what is left out is told once. */
import {
	embedLoads,
	presetForm,
	type ElementAttribute,
	type EmbedLoad,
	type FrameChoices
} from '$lib/lexicon/embed-frame';
import {
	embedControls,
	embedPages,
	embedThemes,
	type EmbedPage,
	type EmbedTheme
} from '$lib/lexicon/embedding';
import { stepIds, type StepId } from '$lib/lexicon/steps';
import { elementTexts as texts } from '$lib/lessons/en/embed/element';
import { boundsOf, readBounds, type Bounds } from './height';

export interface Choices extends FrameChoices {
	src: string;
	page: EmbedPage;
	step?: StepId;
	theme: EmbedTheme;
	bounds: Bounds;
	load: EmbedLoad;
}

type Read = (name: ElementAttribute) => string | null;
export type Wrong = (name: ElementAttribute, value: string, expected: string) => void;

/**
 * `src`: what stands for it where the element has none; what it comes to is empty where it is no address. `base`: from
 * where an address is read.
 */
export function readChoices(read: Read, wrong: Wrong, src: string, base: string): Choices {
	const oneOf = <Name extends string>(name: ElementAttribute, names: readonly Name[]): Name | undefined => {
		const value = read(name);
		const found = names.find((one) => one === value);
		if (value && !found) wrong(name, value, texts.oneOf(names));
		return found;
	};
	const someOf = (name: ElementAttribute, names: readonly string[]): string | undefined => {
		const value = read(name);
		if (!value) return undefined;
		const parts = value.split(/[,\s]+/).filter((part) => part !== '');
		if (parts.every((part) => names.includes(part))) return parts.join();
		wrong(name, value, texts.someOf(names));
		return undefined;
	};
	const height = read('height');
	if (height && !readBounds(height)) wrong('height', height, texts.height);
	const preset = read('preset') || undefined;
	const isPreset = preset === undefined || presetForm.test(preset);
	if (!isPreset) wrong('preset', preset, texts.preset);
	const address = read('src');
	const site = !address ? src : URL.canParse(address, base) ? new URL(address, base).href : '';
	const isSite = /^https?:/.test(site);
	if (address && !isSite) wrong('src', address, texts.src);
	const step = oneOf('step', stepIds);
	const [steps, controls] = [someOf('steps', stepIds), someOf('controls', embedControls)];
	return {
		src: isSite ? site : '',
		page: oneOf('page', embedPages) ?? 'walk',
		...(step && { step }),
		...(steps && { steps }),
		...(preset && isPreset && { preset }),
		...(controls && { controls }),
		theme: oneOf('theme', embedThemes) ?? 'auto',
		bounds: boundsOf(height),
		load: oneOf('load', embedLoads) ?? 'lazy'
	};
}
