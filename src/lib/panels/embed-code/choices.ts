/** What an author chooses, as attributes and as code. */
import { frameAddress, tabAddress, type ElementAttribute, type EmbedLoad } from '$lib/lexicon/embed-frame';
import type { EmbedControl, EmbedPage, EmbedTheme } from '$lib/lexicon/embedding';
import { stepIds, type StepId } from '$lib/lexicon/steps';
import { embedPageTexts as texts } from '$lib/lessons/en/embed/page';
import { elementTexts } from '$lib/lessons/en/embed/element';
import type { EmbedScene } from '$lib/snippets/embed-code';

export interface EmbedChoices {
	page: EmbedPage;
	step: '' | StepId;
	steps: string[];
	preset: string;
	theme: EmbedTheme;
	height: string;
	controls: string[];
	load: EmbedLoad;
}

export const shownControls: readonly Exclude<EmbedControl, 'none'>[] = ['wire', 'checks'];

export const firstChoices = (): EmbedChoices => ({
	...{ page: 'walk', step: '', steps: [], preset: '', theme: 'auto', height: '', load: 'lazy' },
	controls: [...shownControls]
});

/** `600`, or `320-900`; nothing as well. */
export function isHeight(text: string): boolean {
	const [, least, most = least] = /^(\d{2,4})(?:-(\d{2,4}))?$/.exec(text) ?? [];
	return text === '' || Number(least) <= Number(most);
}

const isLeftOut = (step: string, steps: readonly string[]): boolean =>
	step !== '' && steps.length > 0 && !steps.includes(step);

export const isStepOutside = ({ page, step, steps }: EmbedChoices): boolean =>
	page === 'walk' && isLeftOut(step, steps);

/** The values of attributes that say something, in the order of the element. */
export function attributesOf(choices: EmbedChoices): (readonly [ElementAttribute, string])[] {
	const { page, step, steps, preset, theme, height, controls, load } = choices;
	const isWalk = page === 'walk';
	const some = stepIds.filter((id) => steps.includes(id));
	const all = shownControls.every((one) => controls.includes(one));
	const values: readonly (readonly [ElementAttribute, string])[] = [
		['page', isWalk ? '' : page],
		['step', isWalk && !isLeftOut(step, steps) ? step : ''],
		['steps', isWalk && some.length < stepIds.length ? some.join() : ''],
		['preset', isWalk ? preset : ''],
		['controls', !isWalk || all ? '' : controls.join() || 'none'],
		['theme', theme === 'auto' ? '' : theme],
		['height', isHeight(height) ? height : ''],
		['load', load === 'lazy' ? '' : load]
	];
	return values.filter(([, value]) => value !== '');
}

/** A frame alone does not grow: it gets the most that was chosen. */
const usualHeight = '640';

export function sceneOf(site: string, choices: EmbedChoices): EmbedScene {
	const attributes = attributesOf(choices);
	const said: Partial<Record<ElementAttribute, string>> = Object.fromEntries(attributes);
	const { page, theme } = choices;
	const { step, steps, preset, controls, height } = said;
	const given = Object.fromEntries(
		Object.entries({ step, steps, preset, controls, theme }).filter(([, value]) => value !== undefined)
	);
	return {
		site,
		attributes,
		frame: {
			src: frameAddress(site, page, given) ?? site,
			title: elementTexts.title[page],
			height: height?.split('-').at(-1) ?? usualHeight
		},
		link: { href: tabAddress(site, page, step) ?? site, text: texts.linkText }
	};
}
