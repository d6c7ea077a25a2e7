#include "platform/documents/tests/make_files.h"

#include <zip.h>

#include <stdexcept>

namespace onroll::documents::tests {

std::string docx_of(const std::vector<std::pair<std::string, std::string>>& parts)
{
    zip_error_t error;
    zip_error_init(&error);
    auto* source = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(source);
    auto* archive = zip_open_from_source(source, ZIP_TRUNCATE, &error);
    if (!archive) throw std::runtime_error("no archive");
    for (const auto& [name, bytes] : parts)
        zip_file_add(archive, name.c_str(),
                     zip_source_buffer(archive, bytes.data(), bytes.size(), 0), ZIP_FL_ENC_UTF_8);
    if (zip_close(archive) != 0) throw std::runtime_error("the archive was not written");
    zip_source_open(source);
    zip_source_seek(source, 0, SEEK_END);
    std::string file(static_cast<std::size_t>(zip_source_tell(source)), '\0');
    zip_source_seek(source, 0, SEEK_SET);
    zip_source_read(source, file.data(), file.size());
    zip_source_close(source);
    zip_source_free(source);
    return file;
}

std::string docx_of_paragraphs(const std::vector<std::string>& paragraphs)
{
    std::string xml = "<w:document><w:body>";
    for (const auto& words : paragraphs) xml += "<w:p><w:r><w:t>" + words + "</w:t></w:r></w:p>";
    return docx_of({{"word/document.xml", xml + "</w:body></w:document>"}});
}

std::string pdf_of_a_scan()
{
    const std::string pixels(200 * 200, '\x80');
    const std::string drawing = "q 400 0 0 400 50 300 cm /Scan Do Q";
    const std::vector<std::string> objects{
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        "/Resources << /XObject << /Scan 5 0 R >> >> >>",
        "<< /Length " + std::to_string(drawing.size()) + " >>\nstream\n" + drawing + "\nendstream",
        "<< /Type /XObject /Subtype /Image /Width 200 /Height 200 /ColorSpace /DeviceGray "
        "/BitsPerComponent 8 /Length " +
            std::to_string(pixels.size()) + " >>\nstream\n" + pixels + "\nendstream"};
    std::string file = "%PDF-1.4\n";
    std::vector<std::size_t> starts;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        starts.push_back(file.size());
        file += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const auto table = file.size();
    file += "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
    for (const auto start : starts) {
        auto at = std::to_string(start);
        file += std::string(10 - at.size(), '0') + at + " 00000 n \n";
    }
    return file + "trailer << /Size " + std::to_string(objects.size() + 1) +
           " /Root 1 0 R >>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
}

} // namespace onroll::documents::tests
