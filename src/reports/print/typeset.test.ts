import dns from 'node:dns';
import net from 'node:net';
import { expect, test, vi } from 'vitest';
import { typeset } from './typeset.ts';

const source = '#let r = json("/report.json")\n#set text(font: "Inter")\n#r.words';

test('the network is never asked', async () => {
  const refuse = () => {
    throw new Error('no network here');
  };
  const doors = [
    vi.spyOn(globalThis, 'fetch').mockImplementation(refuse),
    vi.spyOn(dns, 'lookup').mockImplementation(refuse),
    vi.spyOn(net.Socket.prototype, 'connect').mockImplementation(refuse),
  ];
  expect((await typeset(source, '{"words":"tide"}')).length).toBeGreaterThan(1000);
  for (const door of doors) {
    expect(door).not.toHaveBeenCalled();
    door.mockRestore();
  }
});

test('neither a package nor a file of the machine is within reach', async () => {
  await expect(typeset('#import "@preview/cetz:0.3.0"', '{}')).rejects.toThrow(/could not be set/);
  await expect(typeset('#read("/etc/hostname")', '{}')).rejects.toThrow(/could not be set/);
});
