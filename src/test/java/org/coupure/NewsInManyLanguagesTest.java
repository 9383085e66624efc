package org.coupure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.coupure.article.Article;
import org.coupure.article.Moment;
import org.coupure.page.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * News in many languages and of many ages, from tables of the nineties to hashed classes: what the
 * page calls itself, who wrote it and when, what stands around the text and how that begins and
 * ends. The pages under {@code languages} are our own invention.
 */
class NewsInManyLanguagesTest {
  private static final Clipper CLIPPER = Clipper.create();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ar-plain | بدء حملة التطعيم ضد الحصبة الأسبوع المقبل | سامي الخطيب | 2013-03-14T18:05:00Z | مواضيع ذات; تابعونا; ارتفاع أسعار القمح في الأسواق; انطلاق معرض الكتاب السنوي | أعلنت وزارة الصحة يوم | بداية العام الدراسي.
          ar-jnews | بدء حملة التطعيم ضد الحصبة الأسبوع المقبل | سامي الخطيب | 2024-03-14 | اقرأ أيضا; شارك:; جميع الحقوق; انطلاق معرض الكتاب السنوي | أعلنت وزارة الصحة يوم | بداية العام الدراسي.
          bg-plain | Общината ремонтира водопровода в стария град | Мария Георгиева | 2024-03-14T13:20:00Z | Снимка:; Последвайте; Още по темата; Цената на парното остава същата | Общината започва ремонт | резервно захранване.
          bn-jnews | নদীভাঙনে তিন গ্রামের শতাধিক পরিবার গৃহহীন | রফিকুল ইসলাম | 2024-03-14T09:30:00Z | আরও পড়ুন; ফেসবুক পেজে; মন্তব্য করুন; ধানের দাম নিয়ে কৃষকের ক্ষোভ | গত এক সপ্তাহের ভাঙনে | বলে তাঁরা আশা করছেন।
          da-print | Havnen får en ny bro til cyklister | Mette Sørensen | 2019-03-14T07:00:00Z | Læs også; Udskrevet; Skolen lukker tidligere om fredagen; Storm rev taget af hallen | Byrådet har besluttet | ved det gamle toldhus.
          el-wp | Ξεκινούν τα έργα στο παλιό λιμάνι | Ελένης Παπαδοπούλου | 2024-03-14T09:15:00Z | Διαβάστε επίσης; Ακολουθήστε; ΣΧΕΤΙΚΑ; Αυξήσεις στα δημοτικά τέλη | Ξεκινούν την επόμενη | προς το κέντρο.
          en-frame | Village shop saved by its customers | Priya Nair | 2002-03-14T17:15:00-05:00 | Related stories; E-mail this; Printer-friendly; School wins gardening prize | The last shop in the | the first week of June.
          fa-agency | بازسازی پل تاریخی شهر آغاز شد | مریم احمدی | 2024-03-16T10:25:00Z | کد خبر; انتهای پیام; ما را در تلگرام; جشنواره موسیقی محلی برگزار می‌شود | عملیات بازسازی پل | آن طراحی و اجرا شود.
          fi-ghost | Kirjasto muuttaa vanhaan meijeriin | Liisa Virtanen | 2024-03-14T09:30:00Z | Kuva:; Lue myös; Lue seuraavaksi; Hirvikolareita tavallista enemmän | Kunnan kirjasto muuttaa | kevään aikatauluissa.
          fr-interview | « Les glaciers ne mentent pas » | Clémence Auberval | 2023-10-21T06:30:00Z | Altitudes; Chaque jeudi; Lire aussi; Les plus lus; Un loup filmé | Elle arrive à pied, comme | personne pour comprendre.
          hi-amp | नदी पर नया पुल अगले महीने से खुलेगा | अनिल कुमार शर्मा | 2024-03-14T11:20:00Z | यह भी पढ़ें; व्हाट्सएप; संबंधित खबरें; रेलवे स्टेशन पर नई सुविधा | शहर के दोनों हिस्सों को | के लौटने की उम्मीद है।
          hr-typo3 | Luka dobiva novi putnički terminal | Ivana Horvat | 2024-03-14T07:45:00Z | Foto:; Pročitajte još; Povezani; Besplatni udžbenici za osnovce | Gradska luka do ljeta | mjesta na rubu grada.
          hu-wp | Új komp köti össze a két falut | Kovács Eszter | 2024-03-14T08:30:00Z | Kiemelt kép; Olvasta már; Kövesse; Lezárják a gátat hétvégén | Hétfőtől új komp köti | a szolgáltatást.
          id-portal | Jembatan Gantung Baru Hubungkan Dua Desa di Lereng Merapi | Dewi Lestari Putri | 2024-03-14T10:15:00+07:00 | Baca juga; ADVERTISEMENT; SCROLL TO; Layanan Bus Kota Ditambah Mulai Juni | Pemerintah kabupaten | petugas dari kabupaten.
          ja-seesaa | 駅前の古い映画館、来春に再開へ | 佐藤恵子 | 2011-11-08 | posted by; TrackBack; 最近の記事; 路面電車の運賃、来月から値上げ | 港町駅前にある築九十年の | 金の手続きを始める。
          ja-vertical | 雨の日の古書店 | 柏木澄子 | 2023-06-25 | 前の記事; プロフィール; 猫二匹; 2023年5月 | 梅雨に入ると、きまって | だったのだろう。
          ko-hashed | 시립 도서관 내년 봄 새 건물로 이전 | 김민수 | 2022-05-03T06:00:00Z | 구독하고; 많이 본; 버스 노선 다음 달 개편; 초등학교 급식비 전액 지원 | 시립 도서관이 내년 봄 옛 우체국 자리에 | 의견을 듣고 운영 시간을 정할 계획이다.
          ko-portal | 시립 도서관 내년 봄 새 건물로 이전 | 김민수 | 2023-11-10T15:42:00Z | 관련기사; 무단전재; 발행인; 초등학교 급식비 전액 지원 | 시립 도서관이 내년 봄 옛 우체국 자리에 | 의견을 듣고 운영 시간을 정할 계획이다.
          ms-wp | Pasar tani baharu dibuka di tepi sungai | Siti Aminah Rahman | 2024-03-09 | Tinggalkan; Ikuti saluran; Baca juga; Perpustakaan bergerak kembali beroperasi | Sebuah pasar tani | ke dalam pasar.
          nl-css | Oude steenfabriek wordt woonwijk met tachtig huizen | Marieke de Vries | 2024-03-14T10:45:00Z | Lees ook; Volg ons; Meer nieuws; Meer bussen in de spits | Op het terrein van de | hun sleutel ophalen.
          pl-joomla | Remont starego mostu potrwa dłużej niż planowano | Katarzyna Wójcik | 2019-03-14 | Odsłon; Zobacz też; Poprzedni; Festiwal filmowy wraca na rynek | Remont starego mostu | co najmniej do wiosny.
          ro-td | Spitalul județean primește un pavilion nou | Ioana Popescu | 2024-03-14 | Sursa foto; Citește și; Urmărește-ne; Tabără gratuită pentru elevi | Spitalul județean va | rămas fără candidați.
          ru-font | В заречном районе открыли новую поликлинику | Елена Морозова | 2004-03-14T17:30:00Z | Источник; По теме; Версия для печати; В парке высадят двести лип | В заречном районе | капитального ремонта.
          sr-portal | Почела обнова старе железничке станице | Милан Јовановић | 2024-03-14T08:10:00Z | Извор; Фото:; Пратите нас; Викенд доноси кишу | У граду је почела | историји пруге.
          sw-blogger | Daraja jipya lazinduliwa kuunganisha vijiji viwili | Juma Hassan | 2024-03-14 | Tufuate; zinazohusiana; Hakuna maoni; Mvua kubwa yatarajiwa Pwani | Serikali ya wilaya | baada ya miezi mitatu.
          ta-blogger | புதிய பேருந்து நிலையம் அடுத்த மாதம் திறப்பு | கவிதா ராமன் | 2024-03-14 | இடுகையிட்டது; கருத்துகள் இல்லை; பிரபலமான; காய்கறி விலை குறைந்தது | நகரின் மையப் பகுதியில் | தெரிவித்தனர்.
          th-plain | เตือนพายุฝนถล่มภาคเหนือสุดสัปดาห์นี้ | สมชาย ใจดี | 2024-03-14T18:20:00Z | แชร์ข่าว; ข่าวที่เกี่ยวข้อง; กดติดตาม; เปิดสะพานข้ามแม่น้ำแห่งใหม่ | กรมอุตุนิยมว | วงหน้าแล้ว
          th-td | เตือนพายุฝนถล่มภาคเหนือสุดสัปดาห์นี้ | สมชาย ใจดี | 2023-05-06T08:00:00+07:00 | ติดตามข่าว; อ่านข่าวเพิ่ม; บทความที่เกี่ยว; เปิดสะพานข้ามแม่น้ำแห่งใหม่ | กรมอุตุนิยมว | วงหน้าแล้ว
          tr-wp | Eski tren garı kent müzesine dönüştürülüyor | Ayşe Yılmaz | 2024-03-14T09:45:00Z | İlginizi çekebilir; Son dakika haberleri; Benzer Haberler; Pazar yerleri yeniden düzenleniyor | Yaklaşık on yıldır boş | katkı sunmaya çağırdı.
          uk-wp | У місті відновили рух тролейбусів на лівий берег | Оксана Шевченко | 2024-03-14T10:30:00Z | Фото: прес; Читайте також; Підписуйтесь; На ринку відкрили пункт вакцинації | Після ремонту мосту в | вивісять на зупинках.
          ur-wp | شہر میں پانی کی نئی پائپ لائن کا کام شروع | محمد عامر خان | 2024-03-14 | یہ بھی پڑھیں; فیس بک پیج; متعلقہ خبریں; بارش سے فصلوں کو نقصان | شہر کے مغربی علاقوں کو | میں گھر سے جلدی نکلیں۔
          zh-mark | 老眷村變身共創基地 百年榕樹原地保留 | 林芷瑄 | 2024-03-28T17:42:00Z | 相關新聞; 舊糖廠鐵道; 電纜地下化 | 荒廢近二十年的復興眷村 | 晚間八點，免費入場。
          zh-table | 新地铁六号线本周五开通 | 李华 | 2008-03-14T09:32:00Z | 大 中 小; 责任编辑; 相关新闻; ICP | 本报记者从市交通局获悉, | 要二十分钟就到了。”
          zh-portal | 新地铁六号线本周五开通 | 李华 | 2021-06-18T08:15:22Z | 扫一扫; 关注官方; 声明：; 今年高考报名人数公布 | 本报记者从市交通局获悉, | 要二十分钟就到了。”
          """)
  void readsTheNewsAndNothingElse(
      String page, String title, String author, String when, String junk, String first, String last)
      throws IOException {
    Article article = clip(page);

    assertThat(article.headline().title()).isEqualTo(title);
    assertThat(article.byline().authors()).containsExactly(author);
    Moment published = article.dates().published();
    assertThat(published == null ? null : published.toRfc3339()).isEqualTo(when);
    assertThat(article.text()).contains(first, last);
    assertThat(article.text()).doesNotContain(List.of(junk.split("; ", -1)));
  }

  private static Article clip(String page) throws IOException {
    String file = "languages/" + page + ".html";
    try (InputStream in = NewsInManyLanguagesTest.class.getResourceAsStream(file)) {
      return CLIPPER.clip(Page.builder(file, in.readAllBytes()).build()).article();
    }
  }
}
