// Sends the cases of cases.json with one of npm's clients, each whole and streamed.
//   node cases.mjs openai|ai|langchain
// Says what came of each request as one line of JSON: {"case", "streamed", "refused"}, or
// {"case", "inexpressible"} where the client has no word for it. What reached the model is for the
// model to say: NodeClientsCheck looks there. The environment is that of check.mjs, and
//   NOTE        what {note} stands for
import { createOpenAI } from "@ai-sdk/openai";
import { ChatOpenAI, OpenAIEmbeddings } from "@langchain/openai";
import { embedMany, generateText, jsonSchema, streamText, tool } from "ai";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import OpenAI from "openai";

const { GATEWAY, TOKEN, CONTEXT, NAME, NOTE } = process.env;
const headers = { "X-Gatehouse-Context": CONTEXT };
const model = "note-assistant";
const cases = JSON.parse(
  readFileSync(new URL("cases.json", import.meta.url), "utf8").replaceAll("{note}", NOTE).replaceAll("{name}", NAME));

const inexpressible = Symbol("the client has no word for it");

/** npm's openai sends any body. */
const openai = new OpenAI({ baseURL: GATEWAY, apiKey: TOKEN, defaultHeaders: headers, maxRetries: 0 });
const byOpenai = {
  async chat(body, stream) {
    const answer = await openai.chat.completions.create({ ...body, model, stream });
    if (stream) for await (const _ of answer);
  },
  async responses(body, stream) {
    const answer = await openai.responses.create({ ...body, model, stream });
    if (stream) for await (const _ of answer);
  },
  embeddings: (body) => openai.embeddings.create({ ...body, model }),
};

/** @langchain/openai: messages as OpenAI writes them, the rest as modelKwargs. */
const chain = { model, apiKey: TOKEN, maxRetries: 0, configuration: { baseURL: GATEWAY, defaultHeaders: headers } };
const byLangchain = {
  async chat({ messages, ...modelKwargs }, stream) {
    const chat = new ChatOpenAI({ ...chain, modelKwargs });
    if (messages.some((message) => message.reasoning_content)) return inexpressible;
    if (stream) for await (const _ of await chat.stream(messages));
    else await chat.invoke(messages);
  },
  responses: () => inexpressible,
  embeddings: ({ input, encoding_format }) =>
    [input].flat().every((text) => typeof text === "string")
      ? new OpenAIEmbeddings({ ...chain, encodingFormat: encoding_format }).embedDocuments([input].flat())
      : inexpressible,
};

/** ai: its own messages, tools and options; what it has no option for it cannot send. */
const provider = createOpenAI({ baseURL: GATEWAY, apiKey: TOKEN, headers });
const options = {
  user: "user", metadata: "metadata", prediction: "prediction", logit_bias: "logitBias",
  safety_identifier: "safetyIdentifier", prompt_cache_key: "promptCacheKey",
};

function part(one) {
  return one.type === "text" ? one : { type: "image", image: new URL(one.image_url.url) };
}

function spoken(message) {
  if (message.role === "developer" || message.name || message.reasoning_content) return inexpressible;
  if (message.role === "tool") {
    const output = { type: "text", value: message.content };
    return { role: "tool", content: [{ type: "tool-result", toolCallId: "c1", toolName: "f", output }] };
  }
  if (message.tool_calls) {
    const input = JSON.parse(message.tool_calls[0].function.arguments);
    return { role: "assistant", content: [{ type: "tool-call", toolCallId: "c1", toolName: "f", input }] };
  }
  return { role: message.role, content: Array.isArray(message.content) ? message.content.map(part) : message.content };
}

async function run(language, asked, stream) {
  if (!stream) return generateText({ model: language, maxRetries: 0, ...asked });
  let failure;
  const { textStream } = streamText({ model: language, maxRetries: 0, onError: ({ error }) => { failure = error; }, ...asked });
  for await (const _ of textStream);
  if (failure) throw failure;
}

const byAi = {
  async chat({ messages, tools, stop, ...rest }, stream) {
    const said = messages.map(spoken);
    if (said.includes(inexpressible) || Object.keys(rest).some((key) => !(key in options))) return inexpressible;
    const known = Object.fromEntries(Object.entries(rest).map(([key, value]) => [options[key], value]));
    const asked = { messages: said, stopSequences: stop, providerOptions: { openai: known } };
    if (tools) {
      const { description, parameters } = tools[0].function;
      asked.tools = { f: tool({ description, inputSchema: jsonSchema(parameters) }) };
    }
    return run(provider.chat(model), asked, stream);
  },
  async responses({ input, instructions, previous_response_id, tools }, stream) {
    if (Array.isArray(input) || tools?.[0].type === "mcp") return inexpressible;
    const asked = { prompt: input, providerOptions: { openai: { instructions, previousResponseId: previous_response_id } } };
    if (tools) asked.tools = { web_search: provider.tools.webSearch({}) };
    return run(provider.responses(model), asked, stream);
  },
  embeddings: ({ input }) =>
    [input].flat().every((text) => typeof text === "string")
      ? embedMany({ model: provider.textEmbeddingModel(model), values: [input].flat(), maxRetries: 0 })
      : inexpressible,
};

const client = { openai: byOpenai, ai: byAi, langchain: byLangchain }[process.argv[2]];
// Whoever looks at the model answers each line with one of its own: only then comes the next case.
const looked = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

async function say(line) {
  console.log(JSON.stringify(line));
  await looked.next();
}

for (const [at, { route, body }] of cases.entries()) {
  for (const streamed of route === "embeddings" ? [false] : [false, true]) {
    try {
      const done = await client[route](body, streamed);
      await say(done === inexpressible ? { case: at, inexpressible: true } : { case: at, streamed, refused: false });
    } catch (error) {
      const status = error.status ?? error.statusCode;
      if (status !== 400 && status !== 403) await say({ case: at, streamed, failed: `${error?.message ?? error}` });
      else await say({ case: at, streamed, refused: true });
    }
  }
}
process.exit(0);
