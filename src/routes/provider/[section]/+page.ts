import { error } from '@sveltejs/kit';
import { isSectionId, sectionIds } from '$lib/dashboard/sections';

export const entries = () => sectionIds.map((section) => ({ section }));

export const load = ({ params: { section } }: { params: { section: string } }) =>
	isSectionId(section) ? { section } : error(404);
