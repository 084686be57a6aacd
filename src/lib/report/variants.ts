/** Whom a ticket is for: each help desk asks in its own order. */
export const ticketVariants = ['general', 'questions', 'entra', 'github'] as const;

export type TicketVariant = (typeof ticketVariants)[number];

const byProvider: Readonly<Record<string, TicketVariant>> = {
	auth0: 'questions',
	okta: 'questions',
	entra: 'entra'
};

/** The form of the help desk of a provider, by its preset. */
export const variantFor = (provider: string | undefined): TicketVariant =>
	byProvider[provider ?? ''] ?? 'general';
