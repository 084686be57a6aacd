import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import Dashboard from '$lib/dashboard/Dashboard.svelte';
import RecordsPage from '$lib/dashboard/RecordsPage.svelte';
import SaveBar from '$lib/dashboard/SaveBar.svelte';
import { applicationFieldTexts } from '$lib/lessons/en/provider/application-fields';
import { emptyTexts, itemTexts, saveTexts, walkUseTexts } from '$lib/lessons/en/provider/dashboard';
import { userFieldTexts } from '$lib/lessons/en/provider/realm-fields';
import { templateTexts } from '$lib/lessons/en/provider/rules';
import { provider, showIn } from '../../fixtures/provider';

type Given = Awaited<ReturnType<typeof provider>>;
let given: Given;
beforeEach(async () => {
	given = await provider();
});

/** A record and the bar under it, as the page has them. */
function open(section: 'applications' | 'apis' | 'users' | 'rules', record?: string, fresh?: string) {
	showIn(given.provider, RecordsPage, { section, record, fresh });
	showIn(given.provider, SaveBar, { besideList: true });
}
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const type = (label: string, value: string) =>
	fireEvent.input(screen.getByLabelText(label), { target: { value } });
const withoutCallback = async () => {
	const { editor } = given.provider;
	const [application] = editor.settings.applications;
	if (!application) throw new Error('no application');
	await editor.put('applications', { ...application, redirectUris: [] }, application);
};

describe('a record', () => {
	it('says what would change, then what was saved', async () => {
		open('users', 'user-erin');
		expect(screen.getByText(saveTexts.nothing)).toBeTruthy();
		await type(userFieldTexts.name.label, 'Erin Elsewhere');
		expect(screen.getByText(saveTexts.count(1))).toBeTruthy();
		await fireEvent.submit(screen.getByRole('form'));
		expect(
			await screen.findByText(saveTexts.saved('Erin Elsewhere', userFieldTexts.name.label))
		).toBeTruthy();
		expect(given.provider.editor.settings.users[0]?.name).toBe('Erin Elsewhere');
	});

	it('is as it was after Undo', async () => {
		open('users', 'user-erin');
		await type(userFieldTexts.name.label, 'Erin Elsewhere');
		await fireEvent.click(button(saveTexts.undo));
		expect(screen.getByLabelText(userFieldTexts.name.label)).toHaveProperty('value', 'Erin Example');
	});

	it('asks who leaves it half-filled, and loses nothing for who stays', async () => {
		open('users', 'user-erin');
		await type(userFieldTexts.name.label, 'Half');
		let left = 0;
		expect(given.provider.unsaved.mayLeave(() => (left += 1))).toBe(false);
		expect(await screen.findByText(saveTexts.asks('Erin Example'))).toBeTruthy();
		await fireEvent.click(button(saveTexts.stay));
		expect(screen.getByLabelText(userFieldTexts.name.label)).toHaveProperty('value', 'Half');
		given.provider.unsaved.mayLeave(() => (left += 1));
		await fireEvent.click(await screen.findByRole('button', { name: saveTexts.saveAndGo }));
		await waitFor(() => expect(left).toBe(1));
		expect(given.provider.editor.settings.users[0]?.name).toBe('Half');
	});

	it('that is new is added, and has an address of its own', async () => {
		open('applications', undefined, '');
		expect(screen.getByText(saveTexts.fresh)).toBeTruthy();
		await fireEvent.submit(screen.getByRole('form'));
		await waitFor(() => expect(given.visited).toEqual(['/provider/applications/?record=app-abcdefgh']));
	});

	it('that was deleted elsewhere stays while somebody types about it', async () => {
		const { editor } = given.provider;
		open('users', 'user-erin');
		await type(userFieldTexts.name.label, 'Still typed');
		const [erin] = editor.settings.users;
		if (erin) await editor.remove('users', erin);
		await waitFor(() =>
			expect(screen.getByLabelText(userFieldTexts.name.label)).toHaveProperty('value', 'Still typed')
		);
		await fireEvent.submit(screen.getByRole('form'));
		await waitFor(() => expect(editor.settings.users.map(({ name }) => name)).toContain('Still typed'));
	});

	it('that is not there is said', () => {
		open('apis', 'https://nowhere.example/');
		expect(screen.getByText(itemTexts.gone.title)).toBeTruthy();
	});
});

describe('letters that are typed while a save is under way', () => {
	/** The next save waits until it is let go. */
	function holdNextSave(): () => void {
		const { editor } = given.provider;
		const put = editor.put.bind(editor);
		let letGo = (): void => undefined;
		const held = new Promise<void>((resolve) => (letGo = resolve));
		vi.spyOn(editor, 'put').mockImplementationOnce(async (...of) => {
			await held;
			return put(...of);
		});
		return letGo;
	}
	const nameField = () => screen.getByLabelText(userFieldTexts.name.label);

	it('stay in the field, and are what is left to save', async () => {
		const { editor } = given.provider;
		open('users', 'user-erin');
		await type(userFieldTexts.name.label, 'Erin E');
		const letGo = holdNextSave();
		await fireEvent.submit(screen.getByRole('form'));
		await type(userFieldTexts.name.label, 'Erin Elsewhere');
		letGo();
		await waitFor(() => expect(editor.settings.users[0]?.name).toBe('Erin E'));
		expect(nameField()).toHaveProperty('value', 'Erin Elsewhere');
		expect(await screen.findByText(saveTexts.count(1))).toBeTruthy();
		await fireEvent.submit(screen.getByRole('form'));
		await waitFor(() => expect(editor.settings.users[0]?.name).toBe('Erin Elsewhere'));
		expect(screen.getByLabelText(userFieldTexts.name.label)).toHaveProperty('value', 'Erin Elsewhere');
	});

	it('stay when the save is refused', async () => {
		open('users', 'user-erin');
		await type(userFieldTexts.name.label, 'Erin E');
		const letGo = holdNextSave();
		await fireEvent.submit(screen.getByRole('form'));
		await type(userFieldTexts.name.label, 'Erin Elsewhere');
		const [erin] = given.provider.editor.settings.users;
		if (erin)
			await given.provider.editor.administration.change((kept) => ({ ...kept, users: kept.users.slice(1) }));
		letGo();
		await waitFor(() => expect(nameField()).toHaveProperty('value', 'Erin Elsewhere'));
	});

	it('in a new record are asked about before its page becomes that of the kept one, and it is added once', async () => {
		const { editor, unsaved } = given.provider;
		const { length } = editor.settings.users;
		open('users', undefined, '');
		await type(userFieldTexts.name.label, 'Mona');
		const letGo = holdNextSave();
		await fireEvent.submit(screen.getByRole('form'));
		await type(userFieldTexts.name.label, 'Mona Marker');
		letGo();
		await waitFor(() => expect(editor.settings.users).toHaveLength(length + 1));
		expect(nameField()).toHaveProperty('value', 'Mona Marker');
		expect(unsaved.mayLeave(() => undefined)).toBe(false);
		unsaved.stay();
		await fireEvent.submit(screen.getByRole('form'));
		await waitFor(() => expect(editor.settings.users.at(-1)?.name).toBe('Mona Marker'));
		expect(editor.settings.users).toHaveLength(length + 1);
	});
});

describe('the walk with a record', () => {
	it('is one click away', async () => {
		open('applications', 'playground-spa');
		await fireEvent.click(button(walkUseTexts.use));
		expect(given.walked).toEqual([['playground-spa', 'Timesheets']]);
	});

	it('of an API is taken with an application', async () => {
		open('apis', given.provider.editor.settings.apis[0]?.identifier);
		await fireEvent.click(button(walkUseTexts.use));
		expect(given.walked).toEqual([['playground-spa', 'Timesheets']]);
	});

	it('lacks a callback URL: one click registers it', async () => {
		await withoutCallback();
		open('applications', 'playground-spa');
		expect(button(walkUseTexts.use)).toHaveProperty('disabled', true);
		await fireEvent.click(button(walkUseTexts.add));
		await waitFor(() => expect(button(walkUseTexts.use)).toHaveProperty('disabled', false));
		expect(given.provider.editor.settings.applications[0]?.redirectUris).toEqual([given.provider.callback]);
	});

	it('lacks it while something else is typed: it is put beside that, and nothing is saved unasked', async () => {
		await withoutCallback();
		open('applications', 'playground-spa');
		await type(applicationFieldTexts.name.label, 'Half');
		await fireEvent.click(button(walkUseTexts.add));
		expect(screen.getByLabelText(applicationFieldTexts.redirectUris.label)).toHaveProperty(
			'value',
			given.provider.callback
		);
		expect(given.provider.editor.settings.applications[0]?.redirectUris).toEqual([]);
	});
});

describe('a list', () => {
	it('of nothing says what to do next', () => {
		open('rules');
		expect(screen.getByText(emptyTexts.rules)).toBeTruthy();
		const links = screen.getAllByRole('link').map(({ textContent }) => textContent ?? '');
		for (const { name } of Object.values(templateTexts))
			expect(links.filter((words) => words.includes(name))).toHaveLength(1);
	});

	it('of many can be filtered', async () => {
		const { editor } = given.provider;
		const [erin] = editor.settings.users;
		for (const at of [1, 2, 3, 4, 5, 6])
			if (erin)
				await editor.put('users', { ...erin, sub: `u${at}`, username: `u${at}`, name: `Extra ${at}` });
		open('users');
		await type(itemTexts.filter, 'extra 3');
		expect(screen.getAllByRole('link').map(({ textContent }) => textContent?.trim())).toEqual([
			expect.stringContaining('Extra 3')
		]);
	});
});

it('the sections are counted, and the present one is marked', () => {
	showIn(given.provider, Dashboard, { current: 'users', children: () => '' } as never);
	const link = screen.getByRole('link', { current: 'page' });
	expect(link.textContent?.replace(/\s+/g, ' ').trim()).toBe('Users 3');
});
