/**
 * What comes back. Placeholders become values again, also when a token is cut anywhere between two
 * chunks; the text is marked as made by AI, for people and for machines (《人工智能生成合成内容标识办法》, GB
 * 45438-2025); and what was delivered gets a digest.
 */
@NullMarked
package gatehouse.gateway.answer;

import org.jspecify.annotations.NullMarked;
