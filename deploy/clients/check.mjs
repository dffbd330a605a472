// Calls a gateway with the npm clients that applications use, each whole, streamed and refused.
// Says one line per check and ends with 1 when one fails. The environment names the gateway:
//   GATEWAY     http://127.0.0.1:8480/v1
//   TOKEN       a token of the hospital information system
//   CONTEXT     base64url of a context that leads to the public cloud
//   IN_HOUSE    a context that leads to the model in the house, which answers with a call of a tool
//   NAME        what must come back restored
//   FORBIDDEN   a context that is refused with 400: it has a member that nobody knows
import { createOpenAI } from "@ai-sdk/openai";
import { ChatOpenAI, OpenAIEmbeddings } from "@langchain/openai";
import { embed, generateText, jsonSchema, streamText, tool } from "ai";
import OpenAI from "openai";

const { GATEWAY, TOKEN, CONTEXT, IN_HOUSE, FORBIDDEN, NAME } = process.env;
const headers = { "X-Gatehouse-Context": CONTEXT };
const house = { "X-Gatehouse-Context": IN_HOUSE };
const model = "note-assistant";
const prompt = `患者${NAME}，咳嗽3周，请概括。`;
const parameters = { type: "object", properties: { name: { type: "string" } }, required: ["name"] };
const tools = [{ type: "function", function: { name: "find_allergies", parameters } }];
let failures = 0;

async function check(name, run) {
  try {
    await run();
    console.log(`ok     ${name}`);
  } catch (error) {
    failures++;
    console.log(`FAILED ${name}: ${error?.message ?? error}`);
  }
}

function restored(text) {
  if (!text.includes(NAME) || !text.includes("内容由AI生成") || text.includes("⟦")) {
    throw new Error(`the answer is not restored and labelled (${text.length} characters)`);
  }
}

const openai = new OpenAI({ baseURL: GATEWAY, apiKey: TOKEN, defaultHeaders: headers, maxRetries: 0 });

await check("openai: chat completion", async () => {
  const answer = await openai.chat.completions.create({ model, messages: [{ role: "user", content: prompt }] });
  restored(answer.choices[0].message.content);
});

await check("openai: streamed chat completion", async () => {
  const stream = await openai.chat.completions.create({
    model, stream: true, messages: [{ role: "user", content: prompt }],
  });
  let text = "";
  for await (const chunk of stream) text += chunk.choices[0]?.delta?.content ?? "";
  restored(text);
});

await check("openai: response", async () => {
  restored((await openai.responses.create({ model, input: prompt })).output_text);
});

await check("openai: streamed response", async () => {
  let text = "";
  let completed = "";
  for await (const event of await openai.responses.create({ model, input: prompt, stream: true })) {
    if (event.type === "response.output_text.delta") text += event.delta;
    if (event.type === "response.completed") completed = event.response.output[0].content[0].text;
  }
  restored(text);
  if (text !== completed) throw new Error("the pieces and the whole differ");
});

await check("openai: embeddings, which it asks for in base64", async () => {
  const answer = await openai.embeddings.create({ model, input: prompt });
  if (answer.data[0].embedding.length !== 3) throw new Error("no vector of three");
});

await check("openai: models", async () => {
  const names = [];
  for await (const one of openai.models.list()) names.push(one.id);
  if (!names.includes(model)) throw new Error(`got ${names}`);
});

function named(value) {
  if (value !== NAME) throw new Error("the tool's argument is not the patient's name");
}

await check("openai: a tool's call and its result", async () => {
  const inHouse = new OpenAI({ baseURL: GATEWAY, apiKey: TOKEN, defaultHeaders: house, maxRetries: 0 });
  const asked = { role: "user", content: prompt };
  const call = (await inHouse.chat.completions.create({ model, tools, messages: [asked] })).choices[0].message;
  named(JSON.parse(call.tool_calls[0].function.arguments).name);
  const result = { role: "tool", tool_call_id: call.tool_calls[0].id, content: `${NAME}：青霉素过敏` };
  const answer = await openai.chat.completions.create({ model, tools, messages: [asked, call, result] });
  restored(answer.choices[0].message.content);
});

await check("openai: a refusal is an error with its code, and is not tried again", async () => {
  let calls = 0;
  const counting = new OpenAI({
    baseURL: GATEWAY, apiKey: TOKEN, defaultHeaders: headers,
    fetch: (...request) => { calls++; return fetch(...request); },
  });
  try {
    await counting.chat.completions.create({
      model, messages: [{ role: "user", content: prompt }], tools: [{ type: "web_search" }],
    });
  } catch (error) {
    if (calls !== 1) throw new Error(`it was tried ${calls} times`);
    if (error instanceof OpenAI.PermissionDeniedError && error.code === "hosted_tool") return;
    throw error;
  }
  throw new Error("it was not refused");
});

await check("openai: a wrong context is an error that names it", async () => {
  const wrong = new OpenAI({
    baseURL: GATEWAY, apiKey: TOKEN, defaultHeaders: { "X-Gatehouse-Context": FORBIDDEN }, maxRetries: 0,
  });
  try {
    await wrong.chat.completions.create({ model, messages: [{ role: "user", content: "好" }] });
  } catch (error) {
    if (error instanceof OpenAI.BadRequestError && error.param === "gatehouse") return;
    throw error;
  }
  throw new Error("it was not refused");
});

const provider = createOpenAI({ baseURL: GATEWAY, apiKey: TOKEN, headers });

for (const [kind, language] of [["chat", provider.chat(model)], ["responses", provider.responses(model)]]) {
  await check(`ai: generateText over ${kind}`, async () => {
    restored((await generateText({ model: language, prompt, maxRetries: 0 })).text);
  });

  await check(`ai: streamText over ${kind}`, async () => {
    let text = "";
    for await (const piece of streamText({ model: language, prompt, maxRetries: 0 }).textStream) text += piece;
    restored(text);
  });
}

await check("ai: a tool's call", async () => {
  const inHouse = createOpenAI({ baseURL: GATEWAY, apiKey: TOKEN, headers: house });
  const { toolCalls } = await generateText({
    model: inHouse.chat(model), prompt, maxRetries: 0,
    tools: { find_allergies: tool({ inputSchema: jsonSchema(parameters) }) },
  });
  named(toolCalls[0].input.name);
});

await check("ai: embed", async () => {
  const { embedding } = await embed({ model: provider.textEmbeddingModel(model), value: prompt, maxRetries: 0 });
  if (embedding.length !== 3) throw new Error("no vector of three");
});

const chain = { model, apiKey: TOKEN, maxRetries: 0, configuration: { baseURL: GATEWAY, defaultHeaders: headers } };

await check("langchain: invoke", async () => {
  restored((await new ChatOpenAI(chain).invoke(prompt)).content);
});

await check("langchain: stream", async () => {
  let text = "";
  for await (const piece of await new ChatOpenAI(chain).stream(prompt)) text += piece.content;
  restored(text);
});

await check("langchain: a tool's call", async () => {
  const inHouse = new ChatOpenAI({ ...chain, configuration: { baseURL: GATEWAY, defaultHeaders: house } });
  named((await inHouse.bindTools(tools).invoke(prompt)).tool_calls[0].args.name);
});

await check("langchain: embedQuery", async () => {
  const vector = await new OpenAIEmbeddings(chain).embedQuery(prompt);
  if (vector.length !== 3) throw new Error("no vector of three");
});

console.log(failures === 0 ? "all passed" : `${failures} failed`);
process.exit(failures === 0 ? 0 : 1);
