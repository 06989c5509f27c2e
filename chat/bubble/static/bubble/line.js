/** The line to the server: sends what is written, brings what is said. */
const SILENCE = 40_000; // heartbeats come every 15 s
const ECHO = 4_000;

// without https there is no randomUUID
const newId = () => crypto.randomUUID?.() ?? crypto.getRandomValues(new Uint32Array(4)).join("-");

export function openLine(server, memory, hear) {
  let running; // one object per loop
  let cursor = 0;
  let fresh; // still without a word
  let beginning, stream, hurry, wake, sending;
  let deaf = 0;
  memory.outbox ??= [];

  async function call(method, path, body, headers, signal = AbortSignal.timeout(15_000)) {
    const { id, secret } = memory;
    const response = await fetch(`${server}/api/conversations${id ? `/${id}${path}` : ""}`, {
      method,
      headers: { Authorization: `Bearer ${secret ?? ""}`, "Content-Type": "application/json", ...headers },
      body: body && JSON.stringify(body),
      credentials: "omit",
      cache: "no-store",
      signal,
    });
    if (response.ok) return response;
    const told = await response.json().catch(() => null);
    throw Object.assign(Error(path), { status: response.status, said: told?.error?.message });
  }

  const start = () => running || live((running = {}));

  function stop() {
    running = null;
    kick();
  }

  function kick() {
    hurry = true;
    stream?.abort();
    wake?.();
  }

  function reset(outbox = []) {
    cursor = 0;
    Object.assign(memory, { id: null, secret: null, code: null, seq: 0, outbox });
    hear.changed();
    kick();
  }

  async function begin() {
    if (memory.id) return;
    beginning ??= call("POST", "", hear.introduce()).then((response) => response.json());
    try {
      Object.assign(memory, await beginning);
      fresh = true;
      hear.changed();
    } finally {
      beginning = null;
    }
  }

  async function live(loop) {
    for (let failures = 0; running === loop; ) {
      let pause = 1_000;
      try {
        await begin();
        await poll();
        failures = 0;
        hear.line(true);
        flush();
        if (deaf < 2) await listen();
        else pause = 3_000;
      } catch (problem) {
        if (running !== loop) return;
        if (!lost(problem)) {
          pause = Math.min(30_000, 1_000 * 2 ** failures++) * (1 + Math.random());
          hear.line(false, problem.said);
        }
      }
      await new Promise((resolve) => {
        wake = resolve;
        setTimeout(resolve, hurry ? 0 : pause);
        hurry = false;
      });
    }
  }
  function lost({ status }) {
    if ((status !== 401 && status !== 404) || !memory.id || fresh) return false;
    reset(memory.outbox.map(({ client_id, text }) => ({ client_id, text })));
    hear.gone();
    return true;
  }

  async function poll() {
    const { id } = memory;
    const { messages, ...state } = await (await call("GET", `/messages?after=${cursor}`)).json();
    if (memory.id !== id) return;
    messages.forEach(receive);
    hear.state(state);
  }
  async function listen() {
    const mine = (stream = new AbortController());
    let watch;
    try {
      const headers = { Accept: "text/event-stream", "Last-Event-ID": cursor };
      const { body } = await call("GET", "/stream", null, headers, mine.signal);
      const reader = body.pipeThrough(new TextDecoderStream()).getReader();
      for (let rest = ""; ; ) {
        watch = setTimeout(() => mine.abort(), SILENCE);
        const { value, done } = await reader.read();
        clearTimeout(watch);
        if (done || mine.signal.aborted) return;
        const blocks = (rest + value).split(/\r?\n\r?\n/);
        rest = blocks.pop();
        blocks.forEach(happen);
      }
    } catch {
    } finally {
      clearTimeout(watch);
      mine.abort();
    }
  }

  function happen(block) {
    const [event, data] = ["event", "data"].map((name) => block.match(`(?:^|\\n)${name}: ?(.*)`)?.[1]);
    if (!data) return;
    const told = JSON.parse(data);
    if (event === "message") receive(told);
    if (event === "state") hear.state(told);
    if (event === "typing") hear.typing();
  }
  function receive(message) {
    if (message.seq <= cursor) return;
    cursor = message.seq;
    fresh = false;
    const item = memory.outbox.find(({ client_id }) => client_id === message.client_id);
    if (item) delivered(item, cursor);
    hear.message(message);
  }

  function delivered(item, seq) {
    memory.outbox = memory.outbox.filter((other) => other !== item);
    hear.sent(item, seq);
    hear.changed();
  }
  async function flush() {
    if (sending) return;
    sending = true;
    for (let item; (item = memory.outbox.find(({ refused }) => !refused)); ) {
      const { client_id, text, button } = item;
      try {
        await begin();
        const answer = await call("POST", "/messages", { client_id, ...(button ? { button } : { text }) });
        const { seq } = await answer.json();
        delivered(item, seq);
        expect(seq, memory.id);
      } catch (problem) {
        const { status, said } = problem;
        if (!memory.outbox.includes(item) || lost(problem)) continue;
        item.refused = status > 399 && status < 500 && status !== 429;
        (item.refused ? [item] : memory.outbox).forEach((one) => hear.unsent(one, said));
        hear.changed();
        if (!item.refused) break;
      }
    }
    sending = false;
  }
  const expect = (seq, id) =>
    setTimeout(() => {
      if (!running || cursor >= seq || memory.id !== id) return;
      deaf += 1;
      kick();
    }, ECHO);

  function send(text, button) {
    const item = { client_id: newId(), text, button };
    memory.outbox.push(item);
    hear.changed();
    flush();
    return item;
  }

  function retry(item) {
    item.refused = false;
    flush();
    kick();
  }

  return { call, start, stop, kick, reset, send, retry };
}
