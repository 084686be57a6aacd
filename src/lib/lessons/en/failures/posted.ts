/** An answer that the browser posted to the callback as a form (response_mode=form_post). */
export const postedTexts = {
	came: 'The answer came as a form that the browser posted: this is the response mode form_post.',
	raw: 'The form that the browser posted',
	asUrl: 'It came as a posted form. What you copy is the same as a callback URL.'
} as const;
