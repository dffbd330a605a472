package gatehouse.gateway.fields;

import gatehouse.gateway.json.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a part of a message carries besides text, and the kind of data as a permit names it. */
enum Media {
  IMAGE,
  AUDIO,
  FILE;

  private static final Map<String, Media> BY_TYPE =
      Map.of(
          "image_url", IMAGE,
          "input_image", IMAGE,
          "image", IMAGE,
          "input_audio", AUDIO,
          "audio", AUDIO,
          "audio_url", AUDIO,
          "file", FILE,
          "input_file", FILE,
          "video_url", FILE);
  private static final List<String> ADDRESSES =
      List.of("image_url", "file_url", "audio_url", "video_url", "url");

  /** The medium of a part, or null for text and for what nobody knows. */
  static @Nullable Media of(Json.Obj part) {
    String type = part.string("type");
    return type == null ? null : BY_TYPE.get(type);
  }

  /** Whether the part names an address that whoever answers would fetch. */
  static boolean isRemote(Json.Obj part) {
    return ADDRESSES.stream().anyMatch(key -> isAddress(part.get(key)));
  }

  /** Whether the part names a file that lies at whoever answers. */
  static boolean isStored(Json.Obj part) {
    return part.get("file_id") instanceof Json.Str
        || (part.get("file") instanceof Json.Obj file && file.get("file_id") instanceof Json.Str);
  }

  private static boolean isAddress(@Nullable Json value) {
    return switch (value) {
      case Json.Str(String url) -> !url.strip().regionMatches(true, 0, "data:", 0, 5);
      case Json.Obj object -> isAddress(object.get("url"));
      case Json.Arr _, Json.Num _, Json.Bool _, Json.Null _ -> false;
      case null -> false;
    };
  }
}
