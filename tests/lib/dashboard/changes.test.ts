import { describe, expect, it } from 'vitest';
import { defaultRealmSettings } from '$lib/authorization-server/realm';
import { changesOf, listOf } from '$lib/dashboard/changes';
import { toDraft } from '$lib/dashboard/draft';
import { fieldsOf, policyGroups } from '$lib/dashboard/fields';
import { kinds } from '$lib/dashboard/items';
import { applicationFieldTexts } from '$lib/lessons/en/provider/application-fields';
import { saveTexts } from '$lib/lessons/en/provider/dashboard';
import { optionLabels } from '$lib/lessons/en/provider/provider';
import { policyFieldTexts } from '$lib/lessons/en/provider/realm-fields';
import type { Draft } from '$lib/state/record-form.svelte';

const settings = defaultRealmSettings({ origin: 'https://playground.example', base: '' });
const policyFields = fieldsOf(policyGroups);
const policy = toDraft(policyFields, settings.policy);
const { fields } = kinds.applications;
const application = toDraft(fields, settings.applications[0]!);
const changed = (changes: Draft) => changesOf(fields, application, { ...application, ...changes });

describe('what was changed', () => {
	it('is nothing at first', () => {
		expect(changed({})).toEqual([]);
		expect(changesOf(policyFields, policy, { ...policy })).toEqual([]);
	});

	it('says of a number and of a switch from what to what', () => {
		const next = { ...policy, codeLifetime: '30', requireState: true };
		expect(changesOf(policyFields, policy, next)).toEqual([
			{ label: policyFieldTexts.requireState.label, from: saveTexts.off, to: saveTexts.on },
			{ label: policyFieldTexts.codeLifetime.label, from: '60', to: '30' }
		]);
	});

	it('says of a choice what it is called', () => {
		expect(changed({ type: 'native' })).toEqual([
			{ label: applicationFieldTexts.type.label, from: optionLabels.spa, to: optionLabels.native }
		]);
	});

	it('has no secret in it', () => {
		const words = JSON.stringify(
			changed({ authMethod: 'client_secret_basic', clientSecret: 'not-to-be-seen' })
		);
		expect(words).toContain(applicationFieldTexts.clientSecret.label);
		expect(words).not.toContain('not-to-be-seen');
	});

	it('names what goes with the type: a machine has no callback URLs', () => {
		const labels = changed({ type: 'machine' }).map(({ label }) => label);
		expect(labels).toContain(applicationFieldTexts.redirectUris.label);
	});
});

it('more than a line can hold are counted', () => {
	const five = ['a', 'b', 'c', 'd', 'e'].map((label) => ({ label }));
	expect(listOf(five)).toBe(saveTexts.list(['a', 'b', 'c'], 2));
	expect(listOf(five.slice(0, 1))).toBe('a');
});
