export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'small' | 'bare';

const common =
	'no-print inline-flex cursor-pointer items-center justify-center gap-2 rounded border text-center no-underline transition-colors duration-quick active:translate-y-px disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55';

/** One look for a button and for a link that stands in its place. */
export const buttonLooks: Record<ButtonKind, string> = {
	primary: `${common} min-h-10 border-action bg-action px-4 py-1.5 font-semibold text-on-action hover:opacity-90`,
	plain: `${common} min-h-10 border-edge px-4 py-1.5 font-medium hover:bg-[var(--hover)]`,
	quiet: `${common} min-h-9 border-transparent px-2 py-1 text-sm text-muted underline decoration-1 underline-offset-4 hover:text-ink`,
	small: `${common} min-h-8 border-edge px-2.5 py-0.5 text-sm font-medium hover:bg-[var(--hover)]`,
	bare: `${common} min-h-9 border-transparent px-3 py-1.5 font-medium text-muted hover:bg-[var(--hover)] hover:text-ink`
};
