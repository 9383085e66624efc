package org.coupure.memory;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.coupure.page.Page;

/** Dumps of a site that never was: articles of made-up words between what all its pages share. */
final class InventedSite {
  private static final String[] SYLLABLES = {
    "ba", "cor", "del", "fi", "gran", "ho", "jul", "ka", "lem", "mor", "nu", "pas", "ri", "sel",
    "tor", "va"
  };

  private static final List<String> MENU =
      List.of("Accueil", "Politique locale", "Le port", "Cultures", "Vidéos", "Petites annonces");

  private static final List<String> LETTER =
      List.of(
          "La lettre du matin",
          "Chaque jour à sept heures, nos titres et le bulletin de la rade dans votre courrier.",
          "Votre adresse");

  private static final List<String> FOOTER =
      List.of(
          "Donnez votre sentiment",
          "Les propos injurieux sont retirés par la rédaction, qui répond sous deux jours ouvrés.",
          "La Vigie du Ponant est éditée par la coopérative des gens de mer, au capital variable, "
              + "et imprimée sur les presses du quai Neuf. Toute reprise de nos textes demande "
              + "l’accord écrit de la coopérative.",
          "Elle adhère au conseil des journaux de la côte et en suit la charte depuis 1987.");

  private final Random random;

  /** Makes a site; the same {@code seed} gives the same pages. */
  InventedSite(long seed) {
    this.random = new Random(seed);
  }

  /** A dump with the text a reader would copy out of it. */
  record Dump(Page page, List<String> text) {}

  List<Dump> dumps(int count) {
    List<Dump> dumps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      dumps.add(dump(i));
    }
    return dumps;
  }

  private Dump dump(int number) {
    String title = sentence(7);
    List<String> text = new ArrayList<>();
    for (int i = 4 + random.nextInt(6); i > 0; i--) {
      text.add(sentence(14 + random.nextInt(30)) + ".");
    }
    List<String> lines = new ArrayList<>(MENU);
    lines.add(title);
    lines.add(random.nextInt(9) + 1 + " min de lecture");
    lines.addAll(text.subList(0, 2));
    lines.addAll(LETTER);
    lines.addAll(text.subList(2, text.size()));
    lines.add("Sur le même quai");
    lines.add(sentence(8));
    lines.add(sentence(9));
    lines.add(random.nextInt(40) + " avis déposés");
    lines.addAll(FOOTER);
    return new Dump(page("vigie/" + number + ".txt", lines), text);
  }

  /** Returns a dump of these paragraphs, without a URL. */
  static Page page(String source, List<String> paragraphs) {
    byte[] bytes = String.join("\n\n", paragraphs).getBytes(StandardCharsets.UTF_8);
    return Page.builder(source, bytes).build();
  }

  /** Returns so many made-up words, the first with a capital letter. */
  String sentence(int words) {
    StringBuilder sentence = new StringBuilder();
    for (int i = 0; i < words; i++) {
      sentence.append(i == 0 ? "" : " ");
      for (int syllable = 1 + random.nextInt(3); syllable > 0; syllable--) {
        sentence.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
      }
    }
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
