import { isCode, listen } from '../../site/listen';

it('serves on 127.0.0.1 until it is closed, streams included', async () => {
  const stream = (): Response => new Response(new ReadableStream({ start: (it) => it.enqueue('first') }));
  const server = await listen(stream, 0);
  const url = `http://127.0.0.1:${server.port}/`;
  const reader = (await fetch(url)).body?.getReader();
  await reader?.read();
  await server.close();
  await reader?.cancel().catch(() => undefined);
  await expect(fetch(url)).rejects.toThrow();
});

it('says when somebody else has the port, and lets go of what it took', async () => {
  const first = await listen(() => new Response('mine'), 0);
  const error: unknown = await listen(() => new Response('too'), first.port).catch(
    (reason: unknown) => reason,
  );
  expect(isCode(error, 'EADDRINUSE')).toBe(true);
  await first.close();
  const second = await listen(() => new Response('mine now'), first.port);
  await second.close();
});
