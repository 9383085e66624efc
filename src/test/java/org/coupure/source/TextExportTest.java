package org.coupure.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coupure.source.Packing.gzip;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.coupure.page.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextExportTest {
  private static final String MILL =
      "The water mill at Brunn grinds again after forty years, and the first sack of flour went to"
          + " the school, where the children baked a loaf for every house in the lane.";
  private static final String BRIDGE =
      "The foot bridge over the Aller stays shut until Easter because the carpenters found rot in"
          + " three of its seven beams, the parish council was told on Monday evening.";

  @TempDir Path folder;

  private List<String> split(String text) throws IOException {
    return split(text, StandardCharsets.UTF_8);
  }

  private List<String> split(String text, Charset charset) throws IOException {
    Files.write(folder.resolve("a.txt"), text.getBytes(charset));
    List<String> texts = new ArrayList<>();
    for (Page page : Recorder.read(folder, "a.txt").pages()) {
      texts.add(new String(page.bytes(), charset).strip());
    }
    return texts;
  }

  private void staysWhole(String text) throws IOException {
    assertThat(split(text)).containsExactly(text.strip());
  }

  @Test
  void countedDocumentsAreArticles() throws IOException {
    assertThat(
            split(
                "  1 of 2 DOCUMENTS\n\nMill grinds\n\n"
                    + MILL
                    + "\n\n 2 of 2 DOCUMENTS\n\nBridge\n\n"
                    + BRIDGE))
        .containsExactly(
            "1 of 2 DOCUMENTS\n\nMill grinds\n\n" + MILL,
            "2 of 2 DOCUMENTS\n\nBridge\n\n" + BRIDGE);
  }

  @Test
  void documentsAreCountedInOtherLanguagesToo() throws IOException {
    assertThat(split("Dokument 1 von 9\n\n" + MILL + "\n\nDokument 4 von 9\n\n" + BRIDGE))
        .hasSize(2);
  }

  @Test
  void whatStandsAboveTheFirstCountGoesWithIt() throws IOException {
    String cover = "Job 4711\nTerms: mill\n";

    assertThat(split(cover + "1 of 2 DOCUMENTS\n" + MILL + "\n2 of 2 DOCUMENTS\n" + BRIDGE))
        .hasSize(2)
        .first()
        .asString()
        .startsWith("Job 4711");
  }

  @Test
  void oneDocumentOfManyIsOnePage() throws IOException {
    staysWhole("3 of 12 DOCUMENTS\n\nMill grinds\n\n" + MILL);
  }

  @Test
  void countsInsideOfATextAreText() throws IOException {
    staysWhole("1 of 3\n\n" + MILL + "\n\n2 of 3\n\n" + BRIDGE);
    staysWhole(MILL + " 1 of 2 documents\n" + BRIDGE + " 2 of 2 documents");
    staysWhole("2 of 2 documents\n\n" + MILL + "\n\n1 of 2 documents\n\n" + BRIDGE);
  }

  @Test
  void documentNumbersStandBelowArticles() throws IOException {
    assertThat(
            split(
                "Mill\n"
                    + MILL
                    + "\nDocument BRUNN00020240302ek32000b1\n\n\nBridge\n"
                    + BRIDGE
                    + "\nDocument BRUNN00020240301ek31000a7\n\nSearch Summary"))
        .containsExactly(
            "Mill\n" + MILL,
            "Bridge\n" + BRIDGE + "\nDocument BRUNN00020240301ek31000a7\n\nSearch Summary");
  }

  @Test
  void formFeedsBeforeHeadlinesPartArticles() throws IOException {
    assertThat(
            split("Mill grinds again\n\n" + MILL + "\n\f\nBridge stays shut\n\n" + BRIDGE + "\n\f"))
        .containsExactly("Mill grinds again\n\n" + MILL, "Bridge stays shut\n\n" + BRIDGE);
  }

  @Test
  void pagesOfAPrintAreOneText() throws IOException {
    staysWhole("The Mill\n\n" + MILL + " And then\n\fthe second page goes on.\n\n" + BRIDGE);
    staysWhole("Brunn Gazette\n\n" + MILL + "\n\fBrunn Gazette\n\n" + BRIDGE);
    String folded =
        "The mill at Brunn grinds again after forty\nyears, and the first sack went to\nthe school.";
    staysWhole("Mill grinds again\n\n" + folded + "\n\fWhat comes next\n\n" + folded + " Soon.");
  }

  @Test
  void headsBelowRulersBeginArticles() throws IOException {
    assertThat(
            split(
                "Title: Mill\nURL: https://b.example/1\n\n"
                    + MILL
                    + "\n\n=====\n\nTitle: Bridge\nURL: https://b.example/2\n\n"
                    + BRIDGE))
        .hasSize(2)
        .last()
        .asString()
        .startsWith("Title: Bridge");
  }

  @Test
  void rulersOfATextAreText() throws IOException {
    staysWhole("Mill\n\n" + MILL + "\n\n-----\n\n" + BRIDGE);
    staysWhole("Mill\n\n" + MILL + "\n\n-----\n\nTitle: Mill\nURL: https://b.example/1\n");
    staysWhole("1. Mill\n" + MILL + "\n2. Bridge\n" + BRIDGE + "\n3. Weir\n" + MILL);
    staysWhole("Mill\n====\n" + MILL + "\n\nBridge\n------\n" + BRIDGE);
  }

  @Test
  void anAnswerStaysWithItsMail() throws IOException {
    staysWhole(
        "From: Ada\nSubject: AW: Mill\n\n"
            + MILL
            + "\n\n________\nFrom: Bo\nSubject: Mill\n\n"
            + BRIDGE);
  }

  @Test
  void mailsOfABoxAreArticles() throws IOException {
    String mails =
        "From ada@b.example Mon Mar  4 08:00:00 2024\nSubject: Mill\n\n"
            + MILL
            + "\n\nFrom bo@b.example Tue Mar  5 08:00:00 2024\nSubject: Bridge\n\n"
            + BRIDGE;

    assertThat(split(mails))
        .containsExactly("Subject: Mill\n\n" + MILL, "Subject: Bridge\n\n" + BRIDGE);
    staysWhole(
        "Dear all,\n\nFrom ada@b.example Mon Mar  4 08:00:00 2024\nSubject: Mill\n\n" + MILL);
  }

  @Test
  void anHtmlMailOfABoxIsItsHtmlPart() throws IOException {
    String head = "\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<p>";
    String mails =
        "From a@b.example Mon Mar  4 08:00:00 2024\nSubject: Mill"
            + head
            + MILL
            + "\n\nFrom a@b.example Tue Mar  5 08:00:00 2024\nSubject: Bridge\n\n"
            + BRIDGE;

    assertThat(split(mails)).first().isEqualTo("<p>" + MILL);
  }

  @Test
  void htmlIsNeverSplit() throws IOException {
    staysWhole(
        "<html><body><pre>1 of 2 DOCUMENTS\n"
            + MILL
            + "\n2 of 2 DOCUMENTS\n"
            + BRIDGE
            + "</pre></body></html>");
    staysWhole(
        "Mill<p>1</p><p>2</p>\n1 of 2 DOCUMENTS\n<p>"
            + MILL
            + "</p>\n2 of 2 DOCUMENTS\n<div>"
            + BRIDGE
            + "</div>");
  }

  @Test
  void articlesHaveNamesAndTheCharsetOfTheirFile() throws IOException {
    String text =
        "1 of 2 DOCUMENTS\nDas Mühlrad über Brunn\n" + MILL + "\n2 of 2 DOCUMENTS\n" + BRIDGE;
    Files.write(folder.resolve("a.txt.gz"), gzip(text.getBytes(StandardCharsets.ISO_8859_1)));

    Recorder read = Recorder.read(folder, "a.txt.gz").gave("a.txt.gz#1", "a.txt.gz#2");

    assertThat(read.pages()).extracting(Page::id).containsOnlyNulls();
    assertThat(read.pages().get(1).contentType()).isEqualTo("text/plain; charset=windows-1252");
  }
}
