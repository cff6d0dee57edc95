/** What can be started and stopped. `start` resolves when it is at work; `stop` is safe to call twice, or before `start`. */
export interface Service {
  readonly name: string;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Several services as one: started in order, stopped in reverse; what already started is stopped when a later one fails. */
export function together(name: string, services: readonly Service[]): Service {
  const started: Service[] = [];
  const stop = async () => {
    for (let service = started.pop(); service; service = started.pop()) await service.stop();
  };
  return {
    name,
    async start() {
      for (const service of services) {
        started.push(service);
        try {
          await service.start();
        } catch (error) {
          await stop();
          throw error;
        }
      }
    },
    stop,
  };
}
