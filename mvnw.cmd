@echo off
rem Runs the project's own Maven: the one provisioned before, or one from Apache's archive.
powershell -NoProfile -ExecutionPolicy Bypass -Command "$p = ConvertFrom-StringData (Get-Content -Raw '%~dp0.mvn\maven.properties'); $v = $p.version; $d = Join-Path $env:USERPROFILE '.m2\wrapper\dists'; $h = Join-Path $d ('apache-maven-' + $v); if (-not (Test-Path $h)) { $z = Join-Path $env:TEMP ('apache-maven-' + $v + '-bin.zip'); Invoke-WebRequest ('https://archive.apache.org/dist/maven/maven-3/' + $v + '/binaries/apache-maven-' + $v + '-bin.zip') -OutFile $z; if ((Get-FileHash -Algorithm SHA512 $z).Hash -ne $p.sha512.ToUpper()) { throw 'mvnw: the checksum differs' }; New-Item -ItemType Directory -Force $d | Out-Null; Expand-Archive $z $d }" || exit /b 1
for /f "tokens=2 delims==" %%v in ('findstr /b version= "%~dp0.mvn\maven.properties"') do set MAVEN_VERSION=%%v
"%USERPROFILE%\.m2\wrapper\dists\apache-maven-%MAVEN_VERSION%\bin\mvn.cmd" -f "%~dp0pom.xml" %*
