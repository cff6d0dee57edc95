/** The only reader of time: everything that needs "now" is handed a Clock, so that tests can hold it still. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
