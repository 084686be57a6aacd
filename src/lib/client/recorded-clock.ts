import { clockSkew, type Client } from 'oauth4webapi';

/** Seconds by which two clocks may differ before a time claim fails; what oauth4webapi allows as well. */
export const clockTolerance = 30;

/**
 * A client whose clock shows the time at which an exchange was recorded (milliseconds since the epoch), so that
 * reading an old trace tells what was true then. oauth4webapi reads the platform's clock and adds this skew;
 * it is the one place of this room that looks at it.
 */
export const clientAt = (clientId: string, at: number): Client => ({
	client_id: clientId,
	[clockSkew]: Math.floor(at / 1000) - Math.floor(Date.now() / 1000)
});
