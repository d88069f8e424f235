@echo off
rem Runs the Maven that .mvn\wrapper\maven-wrapper.properties names, and installs it first where it is missing.
rem Needs a JDK 17 or newer and nothing else. Honours JAVA_HOME, MAVEN_USER_HOME and MVNW_REPOURL.
setlocal EnableExtensions DisableDelayedExpansion

set "WRAPPER=%~dp0.mvn\wrapper"
set "JAVA_EXE=java.exe"
set "JAR_EXE=jar.exe"
if not "%JAVA_HOME%"=="" (
  set "JAVA_EXE=%JAVA_HOME%\bin\java.exe"
  set "JAR_EXE=%JAVA_HOME%\bin\jar.exe"
)
set "RELEASE="
set "ANSWER=%TEMP%\mvnw-%RANDOM%%RANDOM%.txt"
"%JAVA_EXE%" -XshowSettings:properties -version >"%ANSWER%" 2>&1
for /f "usebackq tokens=1,2 delims== " %%a in ("%ANSWER%") do (
  if "%%a"=="java.specification.version" set "RELEASE=%%b"
)
del "%ANSWER%"
if "%RELEASE%"=="" (
  echo mvnw: no Java found; install a JDK 17 or newer, or point JAVA_HOME to one 1>&2
  exit /b 1
)
for /f "delims=." %%v in ("%RELEASE%") do set "MAJOR=%%v"
if %MAJOR% LSS 17 (
  echo mvnw: "%JAVA_EXE%" is Java %RELEASE%; install a JDK 17 or newer, or point JAVA_HOME to one 1>&2
  exit /b 1
)

for /f "usebackq tokens=1,2 delims==" %%a in ("%WRAPPER%\maven-wrapper.properties") do (
  if "%%a"=="distributionUrl" set "URL=%%b"
  if "%%a"=="distributionSha256Sum" set "CHECKSUM=%%b"
)
for %%f in ("%URL:/=\%") do set "FILE=%%~nxf"
set "NAME=%FILE:-bin.zip=%"
if not "%MVNW_REPOURL%"=="" set "URL=%MVNW_REPOURL%/org/apache/maven/apache-maven/%NAME:apache-maven-=%/%FILE%"
if "%MAVEN_USER_HOME%"=="" set "MAVEN_USER_HOME=%USERPROFILE%\.m2"
set "PARENT=%MAVEN_USER_HOME%\wrapper\dists\%NAME%"
set "TARGET=%PARENT%\%CHECKSUM%"
if exist "%TARGET%\bin\mvn.cmd" goto run

set "WORK=%PARENT%\.new.%RANDOM%%RANDOM%"
set "WHY=cannot write to %PARENT%"
mkdir "%WORK%"
if errorlevel 1 goto fall_back
set "WHY=cannot download %URL%"
echo mvnw: downloading %URL% 1>&2
"%JAVA_EXE%" -Djava.net.useSystemProxies=true "%WRAPPER%\Download.java" fetch "%URL%" "%WORK%\maven.zip"
if errorlevel 1 goto fall_back
set "ACTUAL=unknown"
"%JAVA_EXE%" "%WRAPPER%\Download.java" sha256 "%WORK%\maven.zip" >"%WORK%\sha256.txt"
for /f "usebackq" %%s in ("%WORK%\sha256.txt") do set "ACTUAL=%%s"
if not "%ACTUAL%"=="%CHECKSUM%" (
  echo mvnw: refusing %URL%: its SHA-256 is %ACTUAL%, expected %CHECKSUM% 1>&2
  rmdir /s /q "%WORK%"
  exit /b 1
)
pushd "%WORK%"
"%JAR_EXE%" xf maven.zip
popd
rem Two installations may end at once: the first rename wins, and the later one is thrown away.
if not exist "%TARGET%" move "%WORK%\%NAME%" "%TARGET%" >nul
rmdir /s /q "%WORK%"
if exist "%TARGET%\bin\mvn.cmd" goto run
echo mvnw: cannot install Maven in %TARGET% 1>&2
exit /b 1

:run
"%TARGET%\bin\mvn.cmd" %*
exit /b

:fall_back
if exist "%WORK%" rmdir /s /q "%WORK%"
set "FOUND="
for /f "tokens=1-3" %%a in ('mvn.cmd -B --version 2^>nul') do if "%%b"=="Maven" set "FOUND=%%c"
if "%FOUND%"=="" (
  echo mvnw: %WHY%, and there is no mvn on PATH; set MVNW_REPOURL to a repository that can be reached 1>&2
  exit /b 1
)
for /f "tokens=1-3 delims=." %%a in ("%FOUND%") do set /a "RANK=%%a * 10000 + %%b * 100 + %%c"
if %RANK% LSS 30806 (
  echo mvnw: %WHY%, and the mvn on PATH is Maven %FOUND%; at least 3.8.6 is needed 1>&2
  exit /b 1
)
echo mvnw: %WHY%; using the mvn on PATH (Maven %FOUND%) instead 1>&2
mvn.cmd %*
