package org.coupure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.coupure.page.Page;

/**
 * Pages that a test makes: texts of six languages in the frames of common and of nameless themes,
 * as HTML and as dumps. The same number gives the same page on every machine and in every version,
 * so nothing here is drawn at random.
 */
final class GeneratedPages {
  private static final int PARAGRAPHS = 5;

  /** One language: what a page of it says. Lists are read in a circle. */
  private record Language(
      String tag, List<String> subjects, List<String> verbs, List<String> ends, Labels labels) {}

  private record Labels(String by, String share, String related, String reply, String updated) {}

  private static final List<Language> LANGUAGES =
      List.of(
          new Language(
              "en",
              List.of(
                  "The town council", "A retired engineer", "The ferry company", "Her neighbour"),
              List.of("has decided to repair", "wants to sell", "is looking after", "paid for"),
              List.of(
                  "the old bridge before winter, although nobody had asked for it.",
                  "a tower of forty metres, which can be seen from the harbour.",
                  "three gardens behind the station, where children used to play."),
              new Labels("By", "Share this:", "Related articles", "Leave a Reply", "Updated")),
          new Language(
              "de",
              List.of("Der Gemeinderat", "Eine Lehrerin", "Die Fährgesellschaft", "Sein Nachbar"),
              List.of("repariert seit Montag", "verkauft im Frühjahr", "pflegt seit Jahren"),
              List.of(
                  "die alte Brücke am Markt, obwohl niemand darum gebeten hatte.",
                  "einen Turm von vierzig Metern, den man vom Hafen aus sieht.",
                  "drei Gärten hinter dem Bahnhof, in denen früher Kinder spielten."),
              new Labels(
                  "Von", "Teilen:", "Das könnte Sie auch interessieren", "Kommentare", "Stand")),
          new Language(
              "fr",
              List.of("Le conseil municipal", "Une institutrice", "La compagnie du bac"),
              List.of("répare depuis lundi", "voudrait vendre au printemps", "entretient"),
              List.of(
                  "le vieux pont du marché, alors que personne ne l’avait demandé.",
                  "une tour de quarante mètres que l’on voit depuis le port.",
                  "trois jardins derrière la gare, où jouaient autrefois les enfants."),
              new Labels(
                  "Par",
                  "Partager :",
                  "Articles similaires",
                  "Laisser un commentaire",
                  "Mis à jour")),
          new Language(
              "es",
              List.of("El ayuntamiento", "Una maestra jubilada", "La compañía del transbordador"),
              List.of("repara desde el lunes", "quiere vender en primavera", "cuida"),
              List.of(
                  "el viejo puente del mercado, aunque nadie lo había pedido.",
                  "una torre de cuarenta metros que se ve desde el puerto.",
                  "tres jardines detrás de la estación, donde antes jugaban los niños."),
              new Labels(
                  "Por",
                  "Compartir:",
                  "Artículos relacionados",
                  "Deja una respuesta",
                  "Actualizado")),
          new Language(
              "ru",
              List.of("Городской совет", "Учительница на пенсии", "Компания паромов"),
              List.of("с понедельника ремонтирует", "весной продаёт", "много лет бережёт"),
              List.of(
                  "старый мост у рынка, хотя никто об этом не просил.",
                  "башню в сорок метров, которую видно из порта.",
                  "три сада за вокзалом, где раньше играли дети."),
              new Labels(
                  "Автор:", "Поделиться:", "Читайте также", "Добавить комментарий", "Обновлено")),
          new Language(
              "ja",
              List.of("市議会は", "退職した教師が", "渡船会社は"),
              List.of("月曜日から", "来年の春に", "長い間"),
              List.of(
                  "誰にも頼まれないまま市場の古い橋を直している。",
                  "港から見える高さ四十メートルの塔を売るつもりだ。",
                  "かつて子どもたちが遊んだ駅裏の三つの庭を守ってきた。"),
              new Labels("文・", "シェアする", "関連記事", "コメントを残す", "更新")));

  private GeneratedPages() {}

  /** Returns page {@code number}, from 0 on. */
  static Page page(int number) {
    Language language = LANGUAGES.get(number % LANGUAGES.size());
    boolean dump = number % 5 == 4;
    String name = "generated/%03d.%s".formatted(number, dump ? "txt" : "html");
    String content = dump ? dump(language, number) : html(language, number);
    return Page.builder(name, content.getBytes(UTF_8))
        .url("https://www.example.org/news/%d-story.html".formatted(number))
        .build();
  }

  private static String sentence(Language language, int seed) {
    String space = language.tag.equals("ja") ? "" : " ";
    return at(language.subjects, seed)
        + space
        + at(language.verbs, seed / 3)
        + space
        + at(language.ends, seed / 7 + seed);
  }

  private static String at(List<String> list, int seed) {
    return list.get(Math.floorMod(seed, list.size()));
  }

  private static String title(Language language, int number) {
    String whole = sentence(language, number * 31 + 5);
    int end = whole.length() - 1;
    int comma = Math.max(whole.indexOf(','), whole.indexOf('、'));
    return whole.substring(0, comma > 0 ? comma : end);
  }

  private static List<String> paragraphs(Language language, int number) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < PARAGRAPHS + number % 3; i++) {
      int seed = number * 17 + i * 11;
      String space = language.tag.equals("ja") ? "" : " ";
      all.add(sentence(language, seed) + space + sentence(language, seed + 4));
    }
    return all;
  }

  private static String html(Language language, int number) {
    String frame =
        at(List.of("entry-content", "article-body", "td-post-content", "css-1x2y3z"), number);
    Labels labels = language.labels;
    StringBuilder page = new StringBuilder();
    page.append("<!doctype html><html lang=\"").append(language.tag).append("\"><head><title>");
    page.append(title(language, number)).append(" | Example Post</title>");
    if (number % 3 == 0) {
      page.append("<meta property=\"article:published_time\" content=\"2024-0")
          .append(1 + number % 9)
          .append("-11T08:30:00+01:00\">");
    }
    page.append("</head><body><nav><a href=\"/\">Home</a> <a href=\"/a\">A</a></nav>");
    page.append("<h1>").append(title(language, number)).append("</h1>");
    page.append("<p class=\"byline\">").append(labels.by).append(" Ada Berger</p>");
    page.append("<div class=\"").append(frame).append("\">");
    for (String paragraph : paragraphs(language, number)) {
      page.append("<p>").append(paragraph).append("</p>");
    }
    page.append("</div><div class=\"share\">").append(labels.share);
    page.append(" <a href=\"#\">Facebook</a> <a href=\"#\">X</a></div>");
    page.append("<aside><h3>").append(labels.related).append("</h3><ul>");
    for (int i = 1; i <= 4; i++) {
      page.append("<li><a href=\"/").append(i).append("\">");
      page.append(title(language, number + i * 13)).append("</a></li>");
    }
    page.append("</ul></aside><h3>").append(labels.reply).append("</h3></body></html>");
    return page.toString();
  }

  private static String dump(Language language, int number) {
    Labels labels = language.labels;
    String gap = number % 2 == 0 ? "\n\n" : "\n";
    List<String> lines = new ArrayList<>(List.of("Home", title(language, number)));
    lines.add(labels.by + " Ada Berger");
    lines.add(labels.updated + " 2024-03-11 08:30");
    lines.addAll(paragraphs(language, number));
    lines.addAll(List.of(labels.share, "Facebook", labels.related));
    lines.add(title(language, number + 13));
    lines.add(labels.reply);
    return String.join(gap, lines) + "\n";
  }
}
