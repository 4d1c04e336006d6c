/** Where a browser test takes place: a server of its own and the devices that use it. */
import { type BuiltServer, removeDataDir, startBuiltServer } from './built-server.ts';
import { type Device, type DeviceOptions, startDevice } from './device.ts';

export type Scene<Devices extends readonly Device[] = readonly Device[]> = {
  readonly server: BuiltServer;
  readonly devices: Devices;
};

/** A server, and a device for each of `options`, in that order. */
export async function startScene<const Options extends readonly DeviceOptions[]>(
  ...options: Options
): Promise<Scene<{ -readonly [K in keyof Options]: Device }>> {
  const [server, ...devices] = await Promise.all([
    startBuiltServer(),
    ...options.map((option) => startDevice(option)),
  ]);
  return { server, devices: devices as { -readonly [K in keyof Options]: Device } };
}

export async function endScene({ server, devices }: Scene): Promise<void> {
  await Promise.all(devices.map((device) => device.close()));
  await server.stop();
  removeDataDir(server.dataDir);
}
