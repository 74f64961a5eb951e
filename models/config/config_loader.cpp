// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/config/config_loader.h"

#include "models/config/config_files.h"
#include "models/config/config_reader.h"

#include <array>
#include <fstream>
#include <iterator>
#include <system_error>

#include <pwd.h>
#include <unistd.h>

namespace tocsin {

namespace {

constexpr std::size_t kMostFiles = 1'000;

std::filesystem::path folderOf(const std::filesystem::path &file)
{
    std::error_code error;
    const std::filesystem::path absolute = std::filesystem::absolute(file, error);
    return (error ? file : absolute).parent_path();
}

/// At most one byte more than a file may have, so that the limit is noticed and no device or endless file is read.
std::optional<std::string> readFile(const std::filesystem::path &path)
{
    std::ifstream stream(path, std::ios::binary);
    if (!stream)
        return std::nullopt;
    // Piece by piece: to clear the room for the largest file that may be read takes longer than to read the usual one.
    std::string text;
    std::array<char, 16384> piece{};
    while (text.size() <= YamlLimits().bytes && stream) {
        stream.read(piece.data(), piece.size());
        text.append(piece.data(), static_cast<std::size_t>(stream.gcount()));
    }
    if (stream.bad())
        return std::nullopt;
    return text;
}

/// Adds one file's document to the whole. A file without any content adds nothing.
void addDocument(YamlNode &whole, std::optional<YamlNode> document, ProblemList &problems)
{
    if (!document || document->kind == YamlNode::Kind::Null)
        return;
    if (!document->isMap()) {
        problems.error(document->place, "a configuration is a map of keys, this is " + std::string(document->kindName()));
        return;
    }
    if (whole.kind == YamlNode::Kind::Null)
        whole = *std::move(document);
    else
        mergeYaml(whole, *std::move(document), problems);
}

std::string loginName(const Environment &environment)
{
    for (const char *name : {"USER", "LOGNAME"}) {
        std::string value = environment(name).value_or(std::string());
        if (!value.empty())
            return value;
    }
    // Under systemd, cron and in containers nobody sets them.
    passwd entry{};
    passwd *found = nullptr;
    std::vector<char> buffer(16384);
    const bool isKnown = ::getpwuid_r(::getuid(), &entry, buffer.data(), buffer.size(), &found) == 0 && found;
    return isKnown ? std::string(found->pw_name) : std::to_string(::getuid());
}

/// Whether the whole document was read: judging half of one would only tell follow-up problems.
bool isReadable(const std::vector<std::optional<YamlNode>> &documents)
{
    for (const std::optional<YamlNode> &document : documents) {
        if (!document)
            return false;
    }
    return true;
}

struct Assembled {
    Config config;
    std::vector<FileReference> references;
};

Assembled assemble(std::vector<std::optional<YamlNode>> documents, const std::vector<std::string> &names,
    const Vocabulary &vocabulary, const Environment &environment, ProblemList &problems)
{
    YamlNode whole;
    whole.place = {0, 1, 1};
    for (std::optional<YamlNode> &document : documents)
        addDocument(whole, std::move(document), problems);
    if (whole.kind == YamlNode::Kind::Null)
        whole.kind = YamlNode::Kind::Map;
    std::vector<std::filesystem::path> folders;
    for (const std::string &name : names)
        folders.push_back(folderOf(name));
    SectionReader sections(problems, environment, std::move(folders));
    Assembled assembled;
    assembled.config = ConfigReader(problems, sections, vocabulary).read(whole);
    if (assembled.config.person.empty())
        assembled.config.person = loginName(environment);
    assembled.references = sections.files();
    return assembled;
}

void warnOfMissingFiles(const std::vector<FileReference> &references, ProblemList &problems)
{
    for (const FileReference &reference : references) {
        std::error_code error;
        if (!std::filesystem::exists(reference.path, error))
            problems.warning(
                reference.place, "the file " + reference.path.string() + " for \"" + reference.key + "\" is missing");
    }
}

LoadedConfig finish(Config config, ProblemList &problems)
{
    LoadedConfig loaded;
    if (!problems.hasErrors())
        loaded.config = std::move(config);
    loaded.problems = problems.take();
    return loaded;
}

LoadedConfig refuse(const std::filesystem::path &path, const std::string &message)
{
    ProblemList problems({path.string()});
    problems.error({}, message);
    return finish({}, problems);
}

} // namespace

LoadedConfig parseConfig(
    std::string_view yaml, const std::string &fileName, const Vocabulary &vocabulary, const Environment &environment)
{
    ProblemList problems({fileName});
    std::vector<std::optional<YamlNode>> documents;
    documents.push_back(parseYaml(yaml, 0, environment, problems));
    Assembled assembled;
    if (isReadable(documents))
        assembled = assemble(std::move(documents), {fileName}, vocabulary, environment, problems);
    return finish(std::move(assembled.config), problems);
}

LoadedConfig loadConfig(const std::filesystem::path &fileOrFolder, const Vocabulary &vocabulary, const Environment &environment)
{
    std::error_code error;
    const std::vector<std::filesystem::path> files = configFiles(fileOrFolder);
    if (files.empty() && std::filesystem::is_directory(fileOrFolder, error))
        return refuse(fileOrFolder, "there is no .yaml or .yml file in this folder");
    if (files.empty())
        return refuse(fileOrFolder, "there is no such file or folder");
    if (files.size() > kMostFiles)
        return refuse(fileOrFolder, "there are more than " + std::to_string(kMostFiles) + " files in this folder");
    std::vector<std::string> names;
    for (const std::filesystem::path &file : files)
        names.push_back(file.string());
    ProblemList problems(names);
    std::vector<std::optional<YamlNode>> documents;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const std::optional<std::string> text = readFile(files[i]);
        if (!text)
            problems.error({static_cast<int>(i), 0, 0}, "the file cannot be read");
        documents.push_back(text ? parseYaml(*text, static_cast<int>(i), environment, problems) : std::nullopt);
    }
    Assembled assembled;
    if (isReadable(documents))
        assembled = assemble(std::move(documents), names, vocabulary, environment, problems);
    warnOfMissingFiles(assembled.references, problems);
    LoadedConfig loaded = finish(std::move(assembled.config), problems);
    loaded.files = files;
    return loaded;
}

} // namespace tocsin
