/** The sections of the provider's pages, in order: each has an address, and four of them are lists of records. */
import { providerSections } from '$lib/lessons/en/provider/provider';
import type { RealmSettings } from '$lib/authorization-server/settings';
import type { Section } from '$lib/state/realm.svelte';

export type SectionId = keyof typeof providerSections;

export const sectionIds: readonly SectionId[] = [
	'applications',
	'apis',
	'users',
	'policy',
	'rules',
	'issued',
	'file'
];

export const isSectionId = (word: string): word is SectionId => Object.hasOwn(providerSections, word);

const lists = new Set<string>(['applications', 'apis', 'users', 'rules'] satisfies Section[]);

export const isList = (id: SectionId): id is Section => lists.has(id);

export const countOf = (settings: RealmSettings, id: SectionId): number | undefined =>
	isList(id) ? settings[id].length : undefined;
