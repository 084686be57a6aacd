/** What the picture shows that other sites put beside a link, for whoever does not see it. */
export const socialTexts = {
	picture:
		'One sign-in in seven messages between authorization server, browser and API. The code can leak in the second; the verifier leaves the browser only in the third.'
} as const;
