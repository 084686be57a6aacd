import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { isOfSeven, plannedScore } from '$lib/flow/planned-score';
import Score from '$lib/panels/score/Score.svelte';

const arrows = plannedScore.filter(isOfSeven);

function draw(looked: number[] = []) {
	render(Score, {
		props: {
			arrows,
			present: 2,
			href: ({ step }) => `/flow/${step}/`,
			look: (index: number) => looked.push(index)
		}
	});
	const list = screen.getByRole('list', { name: 'Messages in order' });
	return { list, links: within(list).getAllByRole('link') };
}

describe('the large diagram', () => {
	it('says each message in a sentence that leads to its step', () => {
		const { links } = draw();
		expect(links).toHaveLength(7);
		expect(links[2]?.textContent).toBe(
			'Token request, from Browser to Authorization server; carries code, verifier; not sent yet'
		);
		expect(links[2]?.getAttribute('href')).toBe('/flow/exchange/');
		expect(links[2]?.getAttribute('aria-current')).toBe('true');
	});

	it('is one stop of the Tab key, and arrow keys go on from there', async () => {
		const looked: number[] = [];
		const { links } = draw(looked);
		expect(links.map(({ tabIndex }) => tabIndex)).toEqual([-1, -1, 0, -1, -1, -1, -1]);
		links[2]?.focus();
		await fireEvent.keyDown(links[2]!, { key: 'ArrowRight' });
		expect(document.activeElement).toBe(links[3]);
		await fireEvent.keyDown(links[3]!, { key: 'End' });
		expect(document.activeElement).toBe(links[6]);
		expect(looked).toEqual([2, 3, 6]);
	});

	it('goes from a value to the next message with it, and marks all of them', async () => {
		const { list } = draw();
		const [first, second] = within(list).getAllByRole('button', { name: 'Next message with the code' });
		await fireEvent.click(first!);
		expect(document.activeElement).toBe(second);
		expect(document.querySelector('[data-pointed="mark-code"]')).not.toBeNull();
		expect(screen.getByText('The code is in 2 messages. This is message 3.')).toBeTruthy();
	});

	it('hides the picture from who hears the list', () => {
		draw();
		const pictures = [...document.querySelectorAll('svg.score')];
		expect(pictures.every((picture) => picture.getAttribute('aria-hidden') === 'true')).toBe(true);
		expect(pictures.flatMap((picture) => [...picture.querySelectorAll('a:not([tabindex="-1"])')])).toEqual(
			[]
		);
	});
});
